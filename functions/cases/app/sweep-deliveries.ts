import type { WallClock } from '#shared/kernel/clock.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { log } from '#shared/log/log.ts';
import { type DeliveryServices, deliver } from './deliver.ts';

/** A marker is overdue when the stream has had this long. */
export const graceMs = 60_000;
const pageSize = 200;
const firstLookBackDays = 7;

export interface SweepResult {
  readonly delivered: number;
  readonly failed: number;
}

/** One date's overdue markers, page by page, until none that can be delivered is left. */
const sweepDate = async (services: DeliveryServices, date: string, before: string): Promise<SweepResult> => {
  const failed = new Set<string>();
  let delivered = 0;
  for (;;) {
    const overdue = await services.deliveries.listOverdue(date, before, pageSize);
    const pending = overdue.filter(({ ref, seq }) => !failed.has(`${ref.tenant} ${ref.caseId} ${seq}`));
    if (pending.length === 0) return { delivered, failed: failed.size };
    for (const marker of pending) {
      try {
        await deliver(services, marker);
        delivered += 1;
      } catch (error) {
        failed.add(`${marker.ref.tenant} ${marker.ref.caseId} ${marker.seq}`);
        log.error('delivery.failed', error, { caseId: marker.ref.caseId, seq: marker.seq });
      }
    }
  }
};

/**
 * The table is the truth: delivers every marker that the stream has not brought in a minute, date by date from the
 * watermark. The watermark only passes a date when nothing of it is left, so that being late by days loses nothing.
 */
export const sweepDeliveries = async (services: DeliveryServices, clock: WallClock): Promise<SweepResult> => {
  const now = clock.now();
  const today = shanghaiDateOf(now);
  const before = new Date(now.getTime() - graceMs).toISOString();
  let date = (await services.deliveries.watermark()) ?? addDays(today, -firstLookBackDays);
  let advancing = true;
  const total = { delivered: 0, failed: 0 };
  for (; date <= today; date = addDays(date, 1)) {
    const result = await sweepDate(services, date, before);
    total.delivered += result.delivered;
    total.failed += result.failed;
    advancing &&= result.failed === 0 && date < today;
    if (advancing) await services.deliveries.advanceWatermark(addDays(date, 1));
  }
  if (total.delivered + total.failed > 0) log.info('sweep.done', total);
  return total;
};
