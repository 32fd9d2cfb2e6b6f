import type { Client } from '#examples/client.ts';
import type { Cast } from '#examples/play-application.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { cities } from '#shared/tenancy/cities.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { awaitTrue } from './await-true.ts';
import { readEnd } from './check-end.ts';
import { choicesFor } from './choose-at-random.ts';
import { countyCast, writtenApplication } from './county-cast.ts';
import { createInspector } from './inspect-case.ts';
import { judgeEnd } from './judge-end.ts';
import { startLasting } from './lasting-system.ts';
import { persistently, persistentPerson } from './persistent-person.ts';
import { playAtRandom } from './play-at-random.ts';
import { between, chance } from './seeded.ts';

export interface RandomRun {
  readonly seed: number;
  readonly applications: number;
  /** How often the runtime is killed, if the run lasts that long. */
  readonly kills: number;
  /** Off: only the sweep carries anything to the machine. */
  readonly streams: boolean;
}

export interface RunReport {
  readonly deaths: readonly string[];
  /** How many cases ended in which way. */
  readonly ends: Readonly<Record<string, number>>;
  /** What is wrong, a line each. */
  readonly wrong: readonly string[];
}

const counties = cities.find(({ id }) => id === 'yancheng')?.counties.map(({ id }) => id) ?? [];

const faultsOf = ({ seed, kills }: RandomRun, life: number) => ({
  seed: seed + life,
  transactionConflictRate: 0.05 + 0.05 * chance(seed, 'conflicts', life),
  staleIndexRate: 0.3,
  staleForMs: 1_000,
  streams: { duplicates: 0.4, shuffle: true },
  queues: { duplicates: 0.4, shuffle: true },
  ...(life < kills && {
    killAtWrite: between(100, 600, chance(seed, 'kill', life)),
    killWhen: chance(seed, 'when', life) < 0.5 ? 'before' : 'after',
  }),
});

/** Applications of many counties at once, on a system where much goes wrong; every choice follows from the seed. */
export const runAtRandom = async (run: RandomRun): Promise<RunReport> => {
  const lasting = await startLasting(async ({ control }, life) => {
    await control('streams', { enabled: run.streams });
    await control('faults', faultsOf(run, life));
  });
  const troubles: string[] = [];
  const send = persistently(troubles);
  const people = new Map<string, Client>();
  const person = async (_: unknown, user: string): Promise<Client> => {
    const known = people.get(user) ?? (await persistentPerson(lasting.system, user, send));
    people.set(user, known);
    return known;
  };
  const inspector = createInspector(() => lasting.system);

  let over = false;
  const sweep = async (): Promise<void> => {
    await inspector.ageMarkers();
    await lasting.control('schedules/run', {});
  };
  /** Every few minutes in life, every moment here. */
  const keepSweeping = async (): Promise<void> => {
    while (!over) {
      // The database's door is shut for as long as the runtime is dead.
      await sweep().catch(() => {});
      await new Promise((resolve) => setTimeout(resolve, run.streams ? 2_000 : 100));
    }
  };

  const playOne = async (index: number) => {
    const county = counties[index % counties.length] ?? '';
    const cast: Cast = await countyCast(lasting.system, county, person);
    const written = writtenApplication();
    const systemName = `${written.systemName}（${run.seed}-${index}）`;
    const choices = choicesFor(run.seed, index);
    const believed = await playAtRandom(cast, { ...written, systemName }, choices);
    return { believed, cast, tenant: `yancheng/${county}` as TenantId };
  };

  const judgeOne = async ({ believed, cast, tenant }: Awaited<ReturnType<typeof playOne>>) => {
    const concerned = demoPeople.filter((each) => [tenant, 'yancheng/_city'].includes(each.tenant));
    for (const { user } of concerned) await person(undefined, user);
    const holders = new Map([...people].filter(([user]) => concerned.some((each) => each.user === user)));
    const end = await readEnd({ clerk: cast.clerk, people: holders, inspector }, tenant, believed.caseId);
    return judgeEnd(believed, end).map((complaint) => `${believed.caseId} ${complaint}`);
  };

  const sweeping = keepSweeping();
  const played = await Promise.allSettled(
    Array.from({ length: run.applications }, (_, index) => playOne(index)),
  );
  over = true;
  await sweeping;
  await lasting.control('faults', {});
  await lasting.up();
  const done = played.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const settled = async () => {
    await sweep();
    const open = await Promise.all(
      done.map(async ({ tenant, believed }) => [
        ...(await inspector.markers(tenant, believed.caseId)),
        ...(await inspector.executions(believed.caseId)).filter(({ status }) => status === 'RUNNING'),
      ]),
    );
    return open.flat().length === 0;
  };
  await awaitTrue('every marker delivered, every execution ended', settled, 30_000, 500).catch(() => {});

  const wrong = played.flatMap((each) => (each.status === 'rejected' ? [String(each.reason)] : []));
  for (const each of done) wrong.push(...(await judgeOne(each)));
  wrong.push(...troubles);
  inspector.close();
  const { deaths } = lasting;
  await lasting.stop();
  const statuses = Object.groupBy(done, ({ believed }) => believed.status);
  const ends = Object.fromEntries(Object.entries(statuses).map(([status, all]) => [status, all.length]));
  return { deaths, ends, wrong };
};
