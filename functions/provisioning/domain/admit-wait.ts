import type { OrderEvent } from './order-events.ts';
import { hasRemaining, type Order, pendingUnits, type Wait, type WaitOutcome } from './order-state.ts';

/** What the machine's wish to wait comes to. */
export interface WaitAdmission {
  readonly events: readonly OrderEvent[];
  /** Decided already: sent at once. */
  readonly outcome?: WaitOutcome;
}

/** How a batch has ended that was planned before the machine waited for it; undefined while it has not. */
const endedBefore = (order: Order, step: Wait['step'], no: number | undefined): WaitOutcome | undefined => {
  const batch = step === 'batch' ? order.batches.find((one) => one.no === no) : undefined;
  if (!batch || pendingUnits(batch).length > 0) return undefined;
  return hasRemaining(order) ? 'Approved' : 'Concluded';
};

/** Opens a wait for the machine, once: asked again only its token is new, and a decided one tells its outcome. */
export const admitWait = (
  order: Order,
  step: Wait['step'],
  batch: number | undefined,
  token: string,
): WaitAdmission => {
  const index = order.waits.findIndex((wait) => wait.step === step && wait.batch === batch);
  const wait = order.waits[index];
  if (!wait) {
    const opened = { type: 'WaitOpened', step, ...(batch === undefined ? {} : { batch }), token } as const;
    const outcome = endedBefore(order, step, batch);
    if (outcome === undefined) return { events: [opened] };
    return { events: [opened, { type: 'WaitClosed', wait: order.waits.length, outcome }], outcome };
  }
  if (wait.outcome !== undefined) return { events: [], outcome: wait.outcome };
  return { events: wait.tokens.includes(token) ? [] : [{ type: 'TokenAdded', wait: index, token }] };
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
