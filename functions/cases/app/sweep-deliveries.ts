import type { WallClock } from '#shared/kernel/clock.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { followRequest } from '#shared/log/followed-request.ts';
import { log } from '#shared/log/log.ts';
import { type DeliveryServices, deliver } from './deliver.ts';
import type { ForwardedMarker, MarkerQueue, OverdueMarker, PendingDelivery } from './delivery-ports.ts';

/** A marker is overdue when the stream has had this long. */
const graceMs = 60_000;
/** A marker carries the time at which its transaction was built; it may have been written this much later. */
const writeSkewMs = 10 * 60_000;
const firstLookBackDays = 30;

export interface SweepResult {
  readonly delivered: number;
  readonly failed: number;
  /** Handed to their own consumer, which clears them. */
  readonly forwarded: number;
}

export interface SweepServices extends DeliveryServices {
  /** The queues of the other kinds of marker. */
  readonly queues: Readonly<Record<ForwardedMarker, MarkerQueue>>;
}

const tryToDeliver = (services: DeliveryServices, pending: PendingDelivery): Promise<boolean> =>
  followRequest({}, async () => {
    try {
      await deliver(services, pending);
      return true;
    } catch (error) {
      log.error('delivery.failed', error, { caseId: pending.ref.caseId, seq: pending.seq });
      return false;
    }
  });

/** Other kinds go to their own consumers, so that a channel that is slow or down does not hold up any case. */
const sweepDate = async (services: SweepServices, date: string, before: string): Promise<SweepResult> => {
  const result = { delivered: 0, failed: 0, forwarded: 0 };
  const own: Exclude<OverdueMarker, { kind: 'delivery' }>[] = [];
  for await (const marker of services.deliveries.listOverdue(date, before)) {
    if (marker.kind !== 'delivery') own.push(marker);
    else result[(await tryToDeliver(services, marker.pending)) ? 'delivered' : 'failed'] += 1;
  }
  for (const kind of Object.keys(services.queues) as ForwardedMarker[])
    await services.queues[kind].forward(own.filter((marker) => marker.kind === kind).map(({ key }) => key));
  return { ...result, forwarded: own.length };
};

/**
 * The table is the truth: delivers every marker that the stream has not brought in a minute, date by date from the
 * watermark. The watermark passes a date only when all of its markers had become overdue and none is left, so that
 * being late by days, or running at midnight, loses nothing.
 */
export const sweepDeliveries = async (services: SweepServices, clock: WallClock): Promise<SweepResult> => {
  const now = clock.now();
  const before = new Date(now.getTime() - graceMs);
  const settledBefore = shanghaiDateOf(new Date(before.getTime() - writeSkewMs));
  let date = (await services.deliveries.watermark()) ?? addDays(shanghaiDateOf(now), -firstLookBackDays);
  let advancing = true;
  const total = { delivered: 0, failed: 0, forwarded: 0 };
  for (; date <= shanghaiDateOf(now); date = addDays(date, 1)) {
    const result = await sweepDate(services, date, before.toISOString());
    total.delivered += result.delivered;
    total.failed += result.failed;
    total.forwarded += result.forwarded;
    advancing &&= result.failed + result.forwarded === 0 && date < settledBefore;
    if (advancing) await services.deliveries.advanceWatermark(addDays(date, 1));
  }
  return total;
};
