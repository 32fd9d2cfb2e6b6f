import type { BusinessClock, WallClock } from '#shared/kernel/clock.ts';
import type { OverlayNotice } from '#shared/kernel/working-calendar.ts';
import { log } from '#shared/log/log.ts';
import { asGround } from '../domain/notice.ts';
import {
  type ClockRef,
  ended,
  type FailedClock,
  knowsItsFailures,
  lookedThrough,
  mustWait,
  nextLook,
  type Recomputation,
  type Tally,
  tallied,
} from '../domain/recomputation.ts';
import { concernedTenants, type NodesOf } from './concerned-tenants.ts';
import type { JoinedClocks } from './join-clocks.ts';
import type { CalendarStore, JobStore } from './ports.ts';

export interface RecomputationServices {
  readonly calendars: Pick<CalendarStore, 'list' | 'loadJob'>;
  readonly jobs: JobStore;
  readonly clocks: JoinedClocks;
  readonly nodesOf: NodesOf;
  readonly clock: BusinessClock;
  readonly wallClock: WallClock;
}

/** Clocks of one message: few enough for one run of the consumer, however slow the table. */
const clocksAPage = 25;

/** `more`: the next page is due at once. `later`: the sweep comes back to it. `over`: nothing is left for this run. */
export type PageOutcome = 'more' | 'later' | 'over';

/** Whether it was moved, or why it could not be, in words for the administrator. */
const recomputeOne = async (
  { clocks }: RecomputationServices,
  job: Recomputation,
  { tenant, kind, id }: ClockRef,
  notices: readonly OverlayNotice[],
): Promise<{ readonly moved: boolean } | { readonly reason: string }> => {
  try {
    const done = await clocks.recompute({ tenant, kind, id }, notices, job.passStartedAt);
    return done.ok ? { moved: done.value } : { reason: done.refusal.detail };
  } catch (error) {
    log.error('recomputation.failed', error, { tenant, kind, id, version: job.version });
    return { reason: '读取或写入时出错，已记入系统日志，请系统维护人员处理。' };
  }
};

const recomputeAll = async (
  services: RecomputationServices,
  job: Recomputation,
  refs: readonly ClockRef[],
  notices: readonly OverlayNotice[],
): Promise<Tally> => {
  let moved = 0;
  const failed: FailedClock[] = [];
  for (const ref of refs) {
    const outcome = await recomputeOne(services, job, ref, notices);
    if ('reason' in outcome) failed.push({ ...ref, reason: outcome.reason });
    else if (outcome.moved) moved += 1;
  }
  return { lookedAt: refs.length, moved, failed };
};

const finish = async (
  services: RecomputationServices,
  job: Recomputation,
  state: 'done' | 'merged',
): Promise<PageOutcome> => {
  if (!(await services.jobs.save(ended(job, state, services.clock.now().toISOString())))) return 'over';
  await services.jobs.clearMarker(job.city, job.version);
  log.info('recomputation.done', { version: job.version, moved: job.moved, failed: job.failedCount, state });
  return 'over';
};

const runOn = async (
  services: RecomputationServices,
  job: Recomputation,
  scope: string | undefined,
  notices: readonly OverlayNotice[],
): Promise<PageOutcome> => {
  const tenants = concernedTenants(await services.nodesOf(job.city), job.city, scope);
  const tenant = tenants[job.cursor.tenant];
  if (!tenant) return finish(services, job, 'done');
  const { refs, next: behind } = await services.clocks.page(tenant.id, job.cursor.after, clocksAPage);
  const next = tallied(job, await recomputeAll(services, job, refs, notices));
  const cursor =
    behind === undefined ? { tenant: job.cursor.tenant + 1 } : { tenant: job.cursor.tenant, after: behind };
  const moved = { ...next, cursor };
  const after = cursor.tenant === tenants.length ? lookedThrough(moved, services.wallClock.now()) : moved;
  if (!(await services.jobs.save(after))) return 'over';
  return after.state === 'running' ? 'more' : 'later';
};

/** What failed at the last look, and nothing else, once more. */
const retry = async (
  services: RecomputationServices,
  job: Recomputation,
  notices: readonly OverlayNotice[],
): Promise<PageOutcome> => {
  // None of these was moved at that look, so what they move since counts here, killed in between or not.
  const again = nextLook(job, job.passStartedAt);
  const tally = await recomputeAll(services, again, job.failed, notices);
  const after = lookedThrough(tallied(again, tally), services.wallClock.now());
  if (after.state === 'running') return finish(services, { ...after, revision: job.revision }, 'done');
  await services.jobs.save(after);
  return 'later';
};

/**
 * One page of a recomputation: one command a clock, then the cursor. Killed in between, the page is done again and
 * changes nothing twice; of two runs over one page the slower stops. What failed stays with the job, which is over only
 * when nothing does. A newer version takes the rest over.
 */
export const runRecomputation = async (
  services: RecomputationServices,
  city: string,
  version: number,
): Promise<PageOutcome> => {
  const [job, known] = await Promise.all([
    services.calendars.loadJob(city, version),
    services.calendars.list(city),
  ]);
  const notice = known[version - 1];
  if (!job || !notice || job.state === 'done' || job.state === 'merged') {
    await services.jobs.clearMarker(city, version);
    return 'over';
  }
  // A closure concerns one county: what was published before it may not be left to it.
  const takenOver = known.slice(version).some(({ scope }) => scope === undefined || scope === notice.scope);
  if (takenOver) return finish(services, job, 'merged');
  const grounds = known.map(asGround);
  if (job.state === 'running') return runOn(services, job, notice.scope, grounds);
  if (mustWait(job, services.wallClock.now())) return 'later';
  if (knowsItsFailures(job)) return retry(services, job, grounds);
  return runOn(services, nextLook(job, services.clock.now().toISOString()), notice.scope, grounds);
};
