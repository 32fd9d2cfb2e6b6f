import type { AggregateStore } from '#shared/aggregate/aggregate.ts';
import type { Order } from '../domain/order-state.ts';
import type { OrderRef } from './ports.ts';

/**
 * An opened batch with the kinds of product in it.
 * @throws for a batch that is not open
 */
export const viewOpenedBatch = async (
  orders: Pick<AggregateStore<OrderRef, Order>, 'load'>,
  ref: OrderRef,
  no: number,
) => {
  const order = (await orders.load(ref))?.state;
  const batch = order?.batches.find((one) => one.no === no);
  if (!order || batch?.openedAt === undefined) throw new Error(`batch ${no} of ${ref.orderId} is not open`);
  // What a batch changes was there before.
  const fresh = new Set(order.lines.flatMap(({ lineNo, changes }) => (changes ? [] : [lineNo])));
  const opened = batch.units
    .filter(({ state, lineNo }) => state === 'opened' && fresh.has(lineNo))
    .map(({ lineNo }) => lineNo);
  const { tenant, orderId, systemId, systemName, organisation, ruleVersion } = order;
  return {
    tenant,
    orderId,
    batch: no,
    systemId,
    systemName,
    organisation,
    ruleVersion,
    openedAt: batch.openedAt,
    resources: opened.length,
    kinds: [...new Set(order.lines.filter(({ lineNo }) => opened.includes(lineNo)).map(({ kind }) => kind))],
  };
};
