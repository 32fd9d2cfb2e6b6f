import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { RegisteredRow } from './memory-registry.ts';
import type { LifecycleWorld } from './world-of-lifecycles.ts';

const dateOf = (instant: string): string => shanghaiDateOf(new Date(instant));

/** Days that lie in two periods, and periods without a day. */
const twice = ({ resourceId, billing }: RegisteredRow): string[] =>
  billing.flatMap(({ from, to }, index) => {
    const next = billing[index + 1];
    return [
      ...(to !== undefined && to <= from ? [`${resourceId} is billed from ${from} to ${to}`] : []),
      ...(next && (to === undefined || to > next.from)
        ? [`${resourceId} is billed twice on ${next.from}`]
        : []),
    ];
  });

const unopened = ({ stores }: LifecycleWorld, row: RegisteredRow): string[] => {
  const { resourceId, caseId, batch: no, billing } = row;
  const order = stores.orders.all().find(({ orderId }) => orderId === caseId);
  const batch = order?.batches.find((one) => one.no === no);
  const unit = batch?.units.find(({ unitId }) => unitId === resourceId);
  if (unit?.state !== 'opened' || batch?.openedAt === undefined)
    return [`${resourceId} is registered unopened`];
  const opened = dateOf(batch.openedAt);
  return billing.some(({ from }) => from < opened) ? [`${resourceId} is billed before it is open`] : [];
};

const afterwards = ({ resourceId, state, billing, reclaimedAt }: RegisteredRow): string[] => {
  if (state !== 'reclaimed') return [];
  const end = dateOf(reclaimedAt ?? '');
  return billing.some(({ to }) => to === undefined || to > end)
    ? [`${resourceId} is billed after it was reclaimed`]
    : [];
};

/** What is wrong with the bills at any moment of any story; nothing has to be carried first. */
export const judgeBills = (world: LifecycleWorld): string[] =>
  world.kept.rows().flatMap((row) => [...twice(row), ...unopened(world, row), ...afterwards(row)]);
