import type { WallClock } from '#shared/kernel/clock.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { log } from '#shared/log/log.ts';
import { type DeliveryServices, deliver } from './deliver.ts';

/** A marker is overdue when the stream has had this long. */
const graceMs = 60_000;
/** A marker carries the time at which its transaction was built; it may have been written this much later. */
const writeSkewMs = 10 * 60_000;
const firstLookBackDays = 30;

export interface SweepResult {
  readonly delivered: number;
  readonly failed: number;
}

const sweepDate = async (services: DeliveryServices, date: string, before: string): Promise<SweepResult> => {
  const result = { delivered: 0, failed: 0 };
  for await (const marker of services.deliveries.listOverdue(date, before)) {
    try {
      await deliver(services, marker);
      result.delivered += 1;
    } catch (error) {
      result.failed += 1;
      log.error('delivery.failed', error, { caseId: marker.ref.caseId, seq: marker.seq });
    }
  }
  return result;
};

/**
 * The table is the truth: delivers every marker that the stream has not brought in a minute, date by date from the
 * watermark. The watermark passes a date only when all of its markers had become overdue and none is left, so that
 * being late by days, or running at midnight, loses nothing.
 */
export const sweepDeliveries = async (services: DeliveryServices, clock: WallClock): Promise<SweepResult> => {
  const now = clock.now();
  const before = new Date(now.getTime() - graceMs);
  const settledBefore = shanghaiDateOf(new Date(before.getTime() - writeSkewMs));
  let date = (await services.deliveries.watermark()) ?? addDays(shanghaiDateOf(now), -firstLookBackDays);
  let advancing = true;
  const total = { delivered: 0, failed: 0 };
  for (; date <= shanghaiDateOf(now); date = addDays(date, 1)) {
    const { delivered, failed } = await sweepDate(services, date, before.toISOString());
    total.delivered += delivered;
    total.failed += failed;
    advancing &&= failed === 0 && date < settledBefore;
    if (advancing) await services.deliveries.advanceWatermark(addDays(date, 1));
  }
  if (total.delivered + total.failed > 0) log.info('sweep.done', total);
  return total;
};
