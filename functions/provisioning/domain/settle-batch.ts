import { closeWait } from './admit-wait.ts';
import { evolveOrder } from './evolve-order.ts';
import type { OrderEvent } from './order-events.ts';
import { hasRemaining, type Order, pendingUnits } from './order-state.ts';

/**
 * What follows once the last unit of a batch is opened or released: the batch is open (unless nothing of it is), and
 * with nothing remaining the order is done. The machine is told which.
 */
export const settleBatch = (
  before: Order,
  no: number,
  events: readonly OrderEvent[],
): readonly OrderEvent[] => {
  const order = events.reduce((state, event) => evolveOrder(state, event, ''), before);
  const batch = order.batches.find((one) => one.no === no);
  if (!batch || batch.openedAt !== undefined || pendingUnits(batch).length > 0) return events;
  const opened = batch.units.some(({ state }) => state === 'opened');
  const concluded = !hasRemaining(order);
  return [
    ...events,
    ...(opened ? [{ type: 'BatchOpened', no } as const] : []),
    ...(concluded ? [{ type: 'OrderCompleted' } as const] : []),
    ...closeWait(order, 'batch', no, concluded ? 'Concluded' : 'Approved'),
  ];
};
