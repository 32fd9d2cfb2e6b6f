import type { Client } from '#examples/client.ts';
import { playWithCorrection } from '#examples/play-application.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { type CaseEnd, readEnd } from '../check-end.ts';
import { countyCast, writtenApplication } from '../county-cast.ts';
import { persistentPerson } from '../persistent-person.ts';
import { type KillStage, openKillStage } from './kill-stage.ts';

const tenant = 'yancheng/dafeng';

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

/** The story with one correction, played again and again, each time a new case. */
export const openCrashStage = (): Promise<KillStage<CaseEnd>> =>
  openKillStage(async ({ system, inspector }) => {
    const cast = await countyCast(system, 'dafeng', persistentPerson);
    const concerned = demoPeople.filter((each) => [tenant, 'yancheng/_city'].includes(each.tenant));
    const people = new Map<string, Client>();
    for (const { user } of concerned) people.set(user, await persistentPerson(system, user));
    return {
      prepare: async () => {},
      play: async () => (await playWithCorrection(cast, writtenApplication(), () => {})).caseId,
      readEnd: (caseId: string) => readEnd({ clerk: cast.clerk, people, inspector }, tenant, caseId),
    };
  });
