import { admitWait as admit, type WaitAdmission } from '#shared/kernel/machine-waits.ts';
import type { OrderEvent } from './order-events.ts';
import { hasRemaining, type Order, pendingUnits, type Wait, type WaitOutcome } from './order-state.ts';

/** How a batch has ended that was planned before the machine waited for it, or with the order; undefined while it has not. */
const endedBefore = (order: Order, step: Wait['step'], no: number | undefined): WaitOutcome | undefined => {
  if (order.window?.endedAt !== undefined && order.completedAt !== undefined) return 'Concluded';
  const batch = step === 'batch' ? order.batches.find((one) => one.no === no) : undefined;
  if (!batch || pendingUnits(batch).length > 0) return undefined;
  return hasRemaining(order) ? 'Approved' : 'Concluded';
};

/**
 * Opens a wait for the machine, once. One that has ended before is written down as ended: another batch that is planned
 * later must not change what was told of it.
 */
export const admitWait = (
  order: Order,
  step: Wait['step'],
  batch: number | undefined,
  token: string,
): WaitAdmission<OrderEvent, WaitOutcome> => {
  const place = { step, ...(batch === undefined ? {} : { batch }) };
  const admission = admit(order.waits, place, token);
  const opens = admission.events.some(({ type }) => type === 'WaitOpened');
  const outcome = opens ? endedBefore(order, step, batch) : undefined;
  if (outcome === undefined) return admission;
  return {
    events: [...admission.events, { type: 'WaitClosed', wait: order.waits.length, outcome }],
    outcome,
  };
};

/** Closes the wait of a step, where it is open. */
export const closeWait = (
  order: Order,
  step: Wait['step'],
  batch: number | undefined,
  outcome: WaitOutcome,
): readonly OrderEvent[] => {
  const wait = order.waits.findIndex(
    (one) => one.step === step && one.batch === batch && one.outcome === undefined,
  );
  return wait < 0 ? [] : [{ type: 'WaitClosed', wait, outcome }];
};
