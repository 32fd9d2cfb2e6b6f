import type { Client } from '#examples/client.ts';
import { playWithCorrection } from '#examples/play-application.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { awaitTrue } from './await-true.ts';
import { type CaseEnd, readEnd } from './check-end.ts';
import { countyCast, writtenApplication } from './county-cast.ts';
import { createInspector } from './inspect-case.ts';
import { startLasting } from './lasting-system.ts';
import { persistently, persistentPerson } from './persistent-person.ts';

const tenant = 'yancheng/dafeng';

/** A durable write of the runtime, counted from the beginning of the story. */
export interface KillPoint {
  readonly write: number;
  readonly when: 'before' | 'after';
}

export interface Played {
  /** Durable writes of the whole story, when nothing was killed. */
  readonly writes: number;
  /** How the runtime died; undefined when the story ended before the write. */
  readonly death: string | undefined;
  readonly end: CaseEnd;
}

/** What the story with one correction must come to, whatever happens to the runtime on the way. */
export const storyEnd: CaseEnd = {
  status: 'completed',
  round: 2,
  intact: true,
  submitted: [1, 2],
  completions: 1,
  withdrawals: 0,
  decided: [
    '1-0 approve',
    '2-0 return',
    '3-0 resubmit',
    '4-0 approve',
    '5-0 approve',
    '5-1 approve',
    '6-0 approve',
  ],
  unbalancedTasks: [],
  steps: ['unitConfirmation', 'localReview', 'correction', 'unitConfirmation', 'localReview', 'cityRecheck'],
  stillHeldBy: [],
  executions: [
    {
      status: 'SUCCEEDED',
      entered: [
        'UnitConfirmation',
        'LocalReview',
        'Correction',
        'UnitConfirmation',
        'LocalReview',
        'CityRecheck',
        'Complete',
      ],
    },
  ],
  markers: [],
};

const pollsOfQuiet = 5;

/** One system on one data folder, on which the story is played again and again, each time a new case. */
export const openCrashStage = async () => {
  const lasting = await startLasting();
  const { system } = lasting;
  const inspector = createInspector(() => lasting.system);
  const send = persistently();
  const cast = await countyCast(system, 'dafeng', persistentPerson);
  const concerned = demoPeople.filter((each) => [tenant, 'yancheng/_city'].includes(each.tenant));
  const people = new Map<string, Client>();
  for (const { user } of concerned) people.set(user, await persistentPerson(system, user));

  const countWrites = async (): Promise<number> => {
    const answer = await send(`${system.baseUrl}/_local/faults`, {});
    return ((await answer.json()) as { writes: number }).writes;
  };

  /** The count of writes once it stands still: streams, queues and machine have done what was left. */
  const awaitQuiet = async (): Promise<number> => {
    let last = -1;
    let still = 0;
    await awaitTrue('everything is quiet', async () => {
      const now = await countWrites();
      still = now === last ? still + 1 : 0;
      last = now;
      return still >= pollsOfQuiet;
    });
    return last;
  };

  return {
    async play(point?: KillPoint): Promise<Played> {
      const deathsBefore = lasting.deaths.length;
      await lasting.control('faults', point ? { killAtWrite: point.write, killWhen: point.when } : {});
      const { caseId } = await playWithCorrection(cast, writtenApplication(), () => {});
      const writes = await awaitQuiet();
      await lasting.control('faults', {});
      await lasting.up();
      await inspector.ageMarkers();
      await lasting.control('schedules/run', {});
      const end = await readEnd({ clerk: cast.clerk, people, inspector }, tenant, caseId);
      return { writes, death: lasting.deaths[deathsBefore], end };
    },
    async close(): Promise<void> {
      inspector.close();
      await lasting.stop();
    },
  };
};

export type CrashStage = Awaited<ReturnType<typeof openCrashStage>>;
