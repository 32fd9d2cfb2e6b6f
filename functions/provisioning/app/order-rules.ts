import type { Effect } from '#shared/aggregate/aggregate.ts';
import type { ProcessRules } from '#shared/aggregate/commit-of.ts';
import type { Json } from '#shared/kernel/canonical-json.ts';
import { addDays, shanghaiInstant } from '#shared/kernel/local-date.ts';
import { keptOfWait } from '#shared/kernel/machine-waits.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { evolveOrder } from '../domain/evolve-order.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import { isReconfiguration, type Order, pendingUnits } from '../domain/order-state.ts';
import { orderNotices } from './order-notices.ts';

type Kept = { readonly [key: string]: Json };

const digested = (text: string | undefined, salt: string): Kept =>
  text === undefined ? {} : { reasonDigest: sm3Hex(`${salt}\n${text}`) };

/** What the journal keeps: ids, numbers and digests; tokens, addresses and people's words stay out. */
const kept = (event: OrderEvent, salt: string): Kept => {
  switch (event.type) {
    case 'OrderOpened':
      return {
        orderId: event.order.orderId,
        systemId: event.order.systemId,
        lines: event.order.lines.map(({ lineNo, quantity }) => ({ lineNo, quantity })),
      };
    case 'WaitOpened':
    case 'TokenAdded':
    case 'WaitClosed':
      return keptOfWait(event);
    case 'PartyConfirmed':
      return { party: event.confirmation.party };
    case 'BatchPlanned':
      return {
        no: event.no,
        units: event.units.length,
        ...(event.usage ? { usageSeen: event.usage.seen } : {}),
        ...digested(event.reason, salt),
      };
    case 'UnitsReported':
      return {
        no: event.no,
        opened: event.units.filter(({ state }) => state === 'opened').map(({ unitId }) => unitId),
        failed: event.units.filter(({ state }) => state === 'failed').map(({ unitId }) => unitId),
      };
    case 'ReleaseAsked':
      return { no: event.no, unitIds: [...event.unitIds], ...digested(event.reason, salt) };
    case 'UnitsReleased':
      return { no: event.no, unitIds: [...event.unitIds] };
    case 'CredentialsDeposited':
      return { no: event.no, digest: event.credentials.digest };
    case 'CredentialsCollected':
      return { no: event.no, digest: event.receipt.digest };
    case 'CredentialsMissed':
      return { no: event.no, destroyed: event.destroyed };
    case 'BatchOpened':
      return { no: event.no };
    case 'RemainderDropped':
      return digested(event.reason, salt);
    case 'DueRecomputed':
      return { from: event.from, to: event.due.dueOn };
    case 'OrderConfirmed':
    case 'WindowEnded':
    case 'OrderCompleted':
      return {};
  }
};

/**
 * What was in use already is deployed and live already, and what is lent goes back: only new resources that stay begin
 * what is owed after an opening.
 */
const opensNew = (order: Order, no: number): boolean => {
  const batch = order.batches.find((one) => one.no === no);
  return batch !== undefined && order.window === undefined && !isReconfiguration(order, batch);
};

/** The first instant of a day. */
const morningOf = (date: string): string => shanghaiInstant(date, '00:00').toISOString();

/** Both days are known with the approval: what is to happen on them waits for them. */
const lending = ({ tenant, orderId, window }: Order): Effect[] => {
  if (!window) return [];
  const ref = { tenant, orderId };
  return [
    { kind: 'provisioning.windowOpens', ...ref, notBefore: morningOf(window.from) },
    { kind: 'provisioning.windowEnds', ...ref, notBefore: morningOf(addDays(window.to, 1)) },
  ];
};

const reports: ReadonlySet<OrderEvent['type']> = new Set(['UnitsReported', 'UnitsReleased']);

/** What was still opened when the window ended goes back once its report is in. */
const givingBack = (events: readonly OrderEvent[], { tenant, orderId, window }: Order): Effect[] =>
  window?.endedAt !== undefined && events.some(({ type }) => reports.has(type))
    ? [{ kind: 'provisioning.windowEnds', tenant, orderId }]
    : [];

/** Work orders that are issued and not done are due when their order is. */
const openWorkOf = ({ tenant, orderId, waits, confirmedAt, batches }: Order): Effect[] => {
  const ref = { kind: 'provisioning.work', tenant, orderId };
  const confirming = confirmedAt === undefined && waits.some(({ step }) => step === 'confirmation');
  return [
    ...(confirming ? [ref] : []),
    ...batches.filter((batch) => pendingUnits(batch).length > 0).map(({ no }) => ({ ...ref, batch: no })),
  ];
};

const effectOf = (event: OrderEvent, order: Order): Effect[] => {
  const { tenant, orderId, parties } = order;
  const ref = { tenant, orderId };
  switch (event.type) {
    case 'OrderOpened':
      return [{ kind: 'provisioning.start', ...ref, confirmation: parties.length > 0 }, ...lending(order)];
    case 'WaitOpened':
      return event.step === 'confirmation' ? [{ kind: 'provisioning.work', ...ref }] : [];
    case 'BatchPlanned':
    case 'ReleaseAsked':
      return [{ kind: 'provisioning.work', ...ref, batch: event.no }];
    case 'WaitClosed':
      return [{ kind: 'provisioning.outcome', ...ref, wait: event.wait }];
    case 'BatchOpened':
      return [
        { kind: 'provisioning.register', ...ref, batch: event.no },
        ...(opensNew(order, event.no) ? [{ kind: 'obligations.batchOpened', ...ref, batch: event.no }] : []),
      ];
    case 'DueRecomputed':
      return openWorkOf(order);
    default:
      return [];
  }
};

export const orderRules: ProcessRules<Order, OrderEvent> = {
  evolve: evolveOrder,
  effectsOf: (events, after) => [
    ...events.flatMap((event) => effectOf(event, after)),
    ...givingBack(events, after),
  ],
  noticesOf: orderNotices,
  kept,
};
