import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { eventsOf, idsIn } from './journals-of-story.ts';
import type { RegisteredRow } from './memory-registry.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

const dateOf = (instant: string): string => shanghaiDateOf(new Date(instant));
type Order = ReturnType<LifecycleWorld['stores']['orders']['all']>[number];

/** Resources that orders' journals say were opened in batches that are open; of a change, none are new. */
const openedByJournals = ({ stores }: LifecycleWorld): Set<string> =>
  new Set(
    stores.orders.journals().flatMap(({ ref: { orderId }, entries }) => {
      const events = eventsOf(entries);
      const open = new Set(
        events.filter(({ type }) => type === 'BatchOpened').map(({ facts }) => facts['no']),
      );
      return events
        .filter(({ type, facts }) => type === 'UnitsReported' && open.has(facts['no']))
        .flatMap(({ facts }) => idsIn(facts, 'opened'))
        .filter((unitId) => unitId.startsWith(`${orderId}-`));
    }),
  );

/** The first day that is not billed any more of each resource that reclamations' journals say was taken back. */
const endsByJournals = (world: LifecycleWorld): Map<string, string> => {
  const ends = new Map<string, string>();
  const states = new Map(world.stores.reclamations.all().map((one) => [one.reclamationId, one]));
  for (const { ref, entries } of world.stores.reclamations.journals()) {
    const events = eventsOf(entries);
    const done = events.find(({ type }) => type === 'ResourcesReclaimed');
    if (!done) continue;
    const limit = world.city === 'yancheng' ? states.get(ref.reclamationId)?.notice.due?.dueOn : undefined;
    const [end = ''] = [dateOf(done.at), limit ?? '9999'].sort();
    for (const resourceId of events.flatMap(({ facts }) => idsIn(facts, 'resources'))) {
      const [earlier = end] = [end, ends.get(resourceId) ?? end].sort();
      ends.set(resourceId, earlier);
    }
  }
  return ends;
};

const startOf = ({ confirmedAt }: Order, openedAt: string): string =>
  [dateOf(openedAt), dateOf(confirmedAt ?? openedAt)].sort().at(-1) ?? '';

/** What a resource is from days on, by the orders that opened and changed it. */
const historyOf = ({ stores }: LifecycleWorld, { resourceId }: RegisteredRow) =>
  stores.orders
    .all()
    .flatMap((order) =>
      order.batches.flatMap(({ units, openedAt }) => {
        const unit = units.find(({ unitId, state }) => unitId === resourceId && state === 'opened');
        const line = order.lines.find(({ lineNo }) => lineNo === unit?.lineNo);
        if (!unit || !line || openedAt === undefined) return [];
        const from = line.changes ? dateOf(openedAt) : startOf(order, openedAt);
        return [{ at: openedAt, from, quantity: unit.quantity, fen: line.unitPriceFen }];
      }),
    )
    .sort((a, b) => (a.at < b.at ? -1 : 1));

/** A resource of a system of which a whole application has replaced the rest is billed until an order of its own ends it. */
const isReplaced = ({ stores }: LifecycleWorld, row: RegisteredRow): boolean =>
  stores.orders
    .all()
    .some(
      ({ replaces, completedAt, systemId, orderId }) =>
        replaces && completedAt !== undefined && systemId === row.systemId && orderId !== row.caseId,
    );

/** What was replaced, and whose exit came to nothing, is in use and billed on. */
const unbilled = (
  { stores, cases }: LifecycleWorld,
  { resourceId, systemId, ...row }: RegisteredRow,
): string[] => {
  if (row.state !== 'inUse') return [];
  const over = stores.orders
    .all()
    .filter(({ orderId, ...order }) => order.systemId === systemId && row.caseId < orderId)
    .every(({ replaces }) => replaces === undefined || cases.exits.get(replaces)?.givenUpAt !== undefined);
  return over && row.billing.at(-1)?.to !== undefined ? [`${resourceId} is used and not billed`] : [];
};

const judgeDays = (world: LifecycleWorld, row: RegisteredRow, end: string | undefined): string[] => {
  const history = historyOf(world, row);
  const [first] = history;
  if (!first) return [];
  const edges = [...history.map(({ from }) => from), ...(end === undefined ? [] : [end])];
  const days = edges.flatMap((edge) => [addDays(edge, -1), edge, addDays(edge, 1)]);
  return days.flatMap((day) => {
    const billed = row.billing.filter(({ from, to }) => from <= day && (to === undefined || day < to));
    const due = day >= first.from && (end === undefined || day < end);
    const as = due ? history.findLast(({ from }) => from <= day) : undefined;
    const right = billed.length === (due ? 1 : 0);
    const equal = !as || (billed[0]?.quantity === as.quantity && billed[0]?.unitPriceFen === as.fen);
    return right && equal
      ? []
      : [`${row.resourceId} on ${day}: billed ${JSON.stringify(billed)}, owed ${JSON.stringify(as ?? null)}`];
  });
};

/** Whether the registry says what the journals of the processes say, once everything has been carried. */
export const judgeRegistry = (world: LifecycleWorld): string[] => {
  const opened = openedByJournals(world);
  const ends = endsByJournals(world);
  const rows = world.kept.rows();
  const there = new Set(rows.map(({ resourceId }) => resourceId));
  return [
    ...[...opened].filter((id) => !there.has(id)).map((id) => `${id} is open and not registered`),
    ...[...there].filter((id) => !opened.has(id)).map((id) => `${id} is registered and not open`),
    ...rows.flatMap((row) => {
      const end = ends.get(row.resourceId);
      const state = end === undefined ? 'inUse' : 'reclaimed';
      return [
        ...(row.state === state ? [] : [`${row.resourceId} is ${row.state}, the journals say ${state}`]),
        ...(isReplaced(world, row) ? unbilled(world, row) : judgeDays(world, row, end)),
      ];
    }),
  ];
};
