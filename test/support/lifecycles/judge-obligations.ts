import { reclamationIdOf } from '#functions/obligations/app/order-reclaim.ts';
import { statusOf } from '#functions/obligations/domain/obligation-state.ts';
import { eventsOf } from './journals-of-story.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

type Obligation = ReturnType<LifecycleWorld['stores']['obligations']['all']>[number];

/** New resources of every batch that is open: of which system, and of which kinds, and whether any is in use. */
const batchesOf = ({ stores, kept }: LifecycleWorld) => {
  const rows = kept.rows();
  const isInUse = (orderId: string, no: number): boolean =>
    rows.some(({ caseId, batch, state }) => caseId === orderId && batch === no && state === 'inUse');
  return stores.orders.all().flatMap(({ orderId, systemId, lines, batches }) =>
    batches.flatMap(({ no, openedAt, units }) => {
      const kinds = units
        .filter(({ state }) => state === 'opened')
        .flatMap(({ lineNo }) => lines.find((line) => line.lineNo === lineNo && !line.changes)?.kind ?? []);
      return openedAt === undefined || kinds.length === 0
        ? []
        : [{ id: `${orderId}-b${no}`, systemId, kinds, inUse: isInUse(orderId, no) }];
    }),
  );
};

/** What must stand, by the text of each city. */
const expected = (
  world: LifecycleWorld,
  all: ReadonlyMap<string, Obligation>,
  batches: ReturnType<typeof batchesOf>,
): string[] => {
  const done = (id: string) => all.get(id)?.performance !== undefined;
  const again = (id: string): string[] => {
    const ids = [`${id}-1`];
    for (let turn = 1; done(`${id}-${turn}`); turn += 1) ids.push(`${id}-${turn + 1}`);
    return ids;
  };
  if (world.city === 'kaifeng')
    return batches.flatMap(({ id }) => [
      `${id}-beginDeploy`,
      `${id}-goLive`,
      ...(done(`${id}-goLive`)
        ? ['stressTest', 'internalTest', 'riskAssessment'].map((kind) => `${id}-${kind}`)
        : []),
    ]);
  const systems = [...new Set(batches.map(({ systemId }) => systemId))];
  const some = (systemId: string, kind: string) =>
    batches.some((one) => one.systemId === systemId && done(`${one.id}-${kind}`));
  return [
    ...batches.flatMap(({ id, kinds }) => [
      ...['deploy', 'goLive', 'pledge'].map((kind) => `${id}-${kind}`),
      ...(kinds.includes('storage') ? again(`${id}-storageReview`) : []),
    ]),
    ...systems.flatMap((id) => [
      ...(some(id, 'deploy') ? [`${id}-mlps`, `${id}-crypto`] : []),
      ...(some(id, 'goLive') ? [`${id}-mlpsPledge`] : []),
      ...(done(`${id}-mlps`) ? again(`${id}-mlpsAgain`) : []),
    ]),
  ];
};

const ends = ['ObligationPerformed', 'ReclaimOrdered', 'ObligationEnded'];
const begins = ['ObligationOpened', 'ReclaimWithdrawn'];

/** An obligation ends once for every time that it begins. */
const endedTwice = ({ stores }: LifecycleWorld): string[] =>
  stores.obligations.journals().flatMap(({ ref: { obligationId }, entries }) => {
    const types = eventsOf(entries).map(({ type }) => type);
    const count = (some: readonly string[]) => types.filter((type) => some.includes(type)).length;
    return count(ends) > count(begins)
      ? [`${obligationId} has ended more than once: ${types.join(' ')}`]
      : [];
  });

/** Owed for what is in use, and for nothing that has gone. */
const judgeStanding = (world: LifecycleWorld, one: Obligation): string[] => {
  const rows = world.kept.rows();
  const of = rows.filter(({ systemId, caseId, batch }) =>
    one.batch === undefined ? systemId === one.systemId : caseId === one.orderId && batch === one.batch,
  );
  const inUse = of.filter(({ state }) => state === 'inUse');
  const status = statusOf(one);
  const { obligationId } = one;
  if ((status === 'open' || status === 'paused') && inUse.length === 0)
    return [`${obligationId} is owed for what has been taken back`];
  if (status === 'ended' && one.batch !== undefined && inUse.length > 0)
    return [`${obligationId} has ended while resources are in use`];
  const ordered = one.moves.findLast(({ kind }) => kind === 'reclaimOrdered');
  const reclamation =
    status === 'reclaimOrdered' && ordered
      ? world.stores.reclamations
          .all()
          .find((each) => each.reclamationId === reclamationIdOf(one, ordered.at))
      : undefined;
  if (reclamation?.restored) return [`${obligationId} is lost with a reclaim that was taken back`];
  const taken = new Set(
    world.stores.reclamations
      .all()
      .filter(({ restored }) => !restored)
      .flatMap(({ resources }) => resources.map(({ resourceId }) => resourceId)),
  );
  return status === 'reclaimOrdered' && inUse.some(({ resourceId }) => !taken.has(resourceId))
    ? [`${obligationId} is owed no more, and nobody takes back what it was owed for`]
    : [];
};

const remindsClosed = (one: Obligation): string[] =>
  statusOf(one) !== 'open' && one.nextReminder ? [`${one.obligationId} is closed and will remind`] : [];

/** Whether everything is owed that is to be owed, once everything has been carried. */
export const judgeObligations = (world: LifecycleWorld): string[] => {
  const all = new Map(world.stores.obligations.all().map((one) => [one.obligationId, one]));
  const batches = batchesOf(world);
  const wanted = new Set(expected(world, all, batches));
  return [
    ...[...wanted].filter((id) => !all.has(id)).map((id) => `${id} is lost`),
    ...[...all.keys()].filter((id) => !wanted.has(id)).map((id) => `${id} is owed for nothing`),
    ...batches
      .filter(({ id, inUse }) => inUse && all.get(`${id}-deploy`)?.performance)
      .flatMap(({ systemId }) => [...all.values()].filter((one) => one.systemId === systemId))
      .flatMap(({ kind, obligationId, ended }) =>
        ended && ['mlps', 'crypto', 'mlpsAgain'].includes(kind) ? [obligationId] : [],
      )
      .map((id) => `${id} has ended while what was deployed is in use`),
    ...[...all.values()].flatMap((one) => [...judgeStanding(world, one), ...remindsClosed(one)]),
    ...endedTwice(world),
  ];
};
