import { evolveWaits } from '#shared/kernel/machine-waits.ts';
import type { OrderEvent, OrderWaitEvent } from './order-events.ts';
import type { Batch, Order, Unit } from './order-state.ts';

const inBatch = (order: Order, no: number, change: (batch: Batch) => Batch): Order => ({
  ...order,
  batches: order.batches.map((batch) => (batch.no === no ? change(batch) : batch)),
});

const replaced = (units: readonly Unit[], by: readonly Unit[]): readonly Unit[] => {
  const changed = new Map(by.map((unit) => [unit.unitId, unit]));
  return units.map((unit) => changed.get(unit.unitId) ?? unit);
};

const inState = (
  { units }: Batch,
  { unitIds }: { readonly unitIds: readonly string[] },
  state: Unit['state'],
): readonly Unit[] => units.map((unit) => (unitIds.includes(unit.unitId) ? { ...unit, state } : unit));

/** Answers are carried in any order, so that an event may be told after a later one. */
const latest = (at: string, ...others: readonly (string | undefined)[]): string =>
  others.reduce<string>((last, other) => (other !== undefined && other > last ? other : last), at);

const withoutCredentials = ({ credentials: _credentials, ...batch }: Batch): Batch => batch;

type OfCredentials = Extract<
  OrderEvent,
  { type: 'CredentialsDeposited' | 'CredentialsMissed' | 'CredentialsCollected' }
>;

const evolveCredentials = (order: Order, event: OfCredentials): Order =>
  inBatch(order, event.no, (batch) => {
    switch (event.type) {
      case 'CredentialsDeposited':
        return { ...batch, credentials: event.credentials, depositedAt: event.credentials.depositedAt };
      case 'CredentialsMissed':
        return event.destroyed || !batch.credentials
          ? withoutCredentials(batch)
          : { ...batch, credentials: { ...batch.credentials, misses: batch.credentials.misses + 1 } };
      case 'CredentialsCollected':
        return {
          ...withoutCredentials(batch),
          receipt: event.receipt,
          ...(batch.receipt ? { earlierReceipts: [...(batch.earlierReceipts ?? []), batch.receipt] } : {}),
        };
    }
  });

type OfBatch = Exclude<OrderEvent, OrderWaitEvent | OfCredentials | { type: 'OrderOpened' }>;

const evolveOpening = (order: Order, event: OfBatch, at: string): Order => {
  switch (event.type) {
    case 'PartyConfirmed':
      return { ...order, confirmations: [...order.confirmations, event.confirmation] };
    case 'OrderConfirmed':
      return { ...order, confirmedAt: latest(at, ...order.confirmations.map((one) => one.at)) };
    case 'BatchPlanned': {
      const { type: _type, by, ...planned } = event;
      return {
        ...order,
        batches: [...order.batches, { ...planned, plannedAt: at, ...(by ? { plannedBy: by } : {}) }],
      };
    }
    case 'UnitsReported':
      return inBatch(order, event.no, (batch) => ({
        ...batch,
        units: replaced(batch.units, event.units),
        settledAt: latest(at, batch.settledAt),
      }));
    case 'ReleaseAsked':
      return inBatch(order, event.no, (batch) => ({
        ...batch,
        units: inState(batch, event, 'releasing'),
        releases: [...(batch.releases ?? []), { at, units: event.unitIds.length, reason: event.reason }],
      }));
    case 'UnitsReleased':
      return inBatch(order, event.no, (batch) => ({
        ...batch,
        units: inState(batch, event, 'released'),
        settledAt: latest(at, batch.settledAt),
      }));
    case 'BatchOpened':
      return inBatch(order, event.no, (batch) => ({ ...batch, openedAt: latest(at, batch.settledAt) }));
    case 'DueRecomputed': {
      const { due, from, why } = event;
      const move = { at, from, to: due.dueOn, why };
      return { ...order, due, dueMoves: [...(order.dueMoves ?? []), move] };
    }
    case 'WindowEnded':
      if (!order.window) throw new Error('an order without a window has none that ends');
      return { ...order, window: { ...order.window, endedAt: at } };
    case 'RemainderDropped':
      return { ...order, dropped: { at, by: event.by, reason: event.reason } };
    case 'OrderCompleted':
      return { ...order, completedAt: latest(at, ...order.batches.map(({ settledAt }) => settledAt)) };
  }
};

/** The order after an event. */
export const evolveOrder = (order: Order | undefined, event: OrderEvent, at: string): Order => {
  if (event.type === 'OrderOpened') return event.order;
  if (!order) throw new Error('an order begins with its opening');
  switch (event.type) {
    case 'WaitOpened':
    case 'TokenAdded':
    case 'WaitClosed':
      return { ...order, waits: evolveWaits(order.waits, event) };
    case 'CredentialsDeposited':
    case 'CredentialsMissed':
    case 'CredentialsCollected':
      return evolveCredentials(order, event);
    default:
      return evolveOpening(order, event, at);
  }
};
