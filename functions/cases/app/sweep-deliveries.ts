import type { WallClock } from '#shared/kernel/clock.ts';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { log } from '#shared/log/log.ts';
import { type DeliveryServices, deliver } from './deliver.ts';
import type { NoticeQueue, OverdueMarker, PendingDelivery } from './ports.ts';

/** A marker is overdue when the stream has had this long. */
export const graceMs = 60_000;
const pageSize = 200;
const firstLookBackDays = 7;

export interface SweepResult {
  readonly delivered: number;
  readonly failed: number;
  /** Notices handed to their own consumer, which clears them. */
  readonly forwarded: number;
}

export interface SweepServices extends DeliveryServices {
  readonly notices: NoticeQueue;
}

const nameOf = (marker: OverdueMarker): string =>
  marker.kind === 'notice'
    ? `${marker.key.pk} ${marker.key.sk}`
    : `${marker.pending.ref.tenant} ${marker.pending.ref.caseId} ${marker.pending.seq}`;

const tryToDeliver = async (services: DeliveryServices, pending: PendingDelivery): Promise<boolean> => {
  try {
    await deliver(services, pending);
    return true;
  } catch (error) {
    log.error('delivery.failed', error, { caseId: pending.ref.caseId, seq: pending.seq });
    return false;
  }
};

/** One date's overdue markers, page by page, until none is left that has not been tried. */
const sweepDate = async (services: SweepServices, date: string, before: string): Promise<SweepResult> => {
  const tried = new Set<string>();
  const total = { delivered: 0, failed: 0, forwarded: 0 };
  for (;;) {
    const overdue = await services.deliveries.listOverdue(date, before, pageSize);
    const pending = overdue.filter((marker) => !tried.has(nameOf(marker)));
    if (pending.length === 0) return total;
    const notices = pending.flatMap((marker) => (marker.kind === 'notice' ? [marker.key] : []));
    await services.notices.forward(notices);
    total.forwarded += notices.length;
    for (const marker of pending) {
      tried.add(nameOf(marker));
      if (marker.kind === 'delivery')
        total[(await tryToDeliver(services, marker.pending)) ? 'delivered' : 'failed'] += 1;
    }
  }
};

/**
 * The table is the truth: delivers every marker that the stream has not brought in a minute, date by date from the
 * watermark. The watermark only passes a date when nothing of it is left, so that being late by days loses nothing.
 */
export const sweepDeliveries = async (services: SweepServices, clock: WallClock): Promise<SweepResult> => {
  const now = clock.now();
  const today = shanghaiDateOf(now);
  const before = new Date(now.getTime() - graceMs).toISOString();
  let date = (await services.deliveries.watermark()) ?? addDays(today, -firstLookBackDays);
  let advancing = true;
  const total = { delivered: 0, failed: 0, forwarded: 0 };
  for (; date <= today; date = addDays(date, 1)) {
    const result = await sweepDate(services, date, before);
    total.delivered += result.delivered;
    total.failed += result.failed;
    total.forwarded += result.forwarded;
    advancing &&= result.failed + result.forwarded === 0 && date < today;
    if (advancing) await services.deliveries.advanceWatermark(addDays(date, 1));
  }
  if (total.delivered + total.failed + total.forwarded > 0) log.info('sweep.done', total);
  return total;
};
