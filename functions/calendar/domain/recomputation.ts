import type { ClockKind } from '#shared/contracts/holiday-notices.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

/** Where a recomputation goes on: a tenant of those that the notice concerns, and a position among its open clocks. */
export interface JobCursor {
  readonly tenant: number;
  readonly after?: string;
}

export interface ClockRef {
  readonly tenant: TenantId;
  readonly kind: ClockKind;
  readonly id: string;
}

/** What could not be recomputed, and why. */
export interface FailedClock extends ClockRef {
  readonly reason: string;
}

/** 期限重算: the job that a published notice leaves. */
export interface Recomputation {
  readonly city: string;
  readonly version: number;
  /**
   * `settling`: everything was looked at once; a last look catches what was being written meanwhile. `retrying`: some
   * failed at the last look and are tried again until they no longer do.
   */
  readonly state: 'running' | 'settling' | 'retrying' | 'done' | 'merged';
  /** Incremented by every page, so that of two runs over one page only one goes on. */
  readonly revision: number;
  /** Looks begun: 1, the last look 2, each further try one more. */
  readonly pass: number;
  /** Business time at which the pass began: what was moved since counts as this pass's. */
  readonly passStartedAt: string;
  readonly startedAt: string;
  readonly finishedAt?: string;
  /** Wall-clock instant from which no command can still be under way that read the calendar before. */
  readonly settleAfter: string;
  /** Wall-clock instant before which what failed is not tried again. */
  readonly retryAfter?: string;
  readonly cursor: JobCursor;
  readonly lookedAt: number;
  readonly moved: number;
  readonly failedCount: number;
  /** The first of them. */
  readonly failed: readonly FailedClock[];
}

/** What looking at some of it came to. */
export interface Tally {
  readonly lookedAt: number;
  readonly moved: number;
  readonly failed: readonly FailedClock[];
}

const failuresKept = 50;
const firstWaitMs = 5 * 60_000;
const longestWaitMs = 60 * 60_000;

const beyondFirstLook = (job: Recomputation): boolean => job.pass > 1;

export const tallied = (job: Recomputation, { lookedAt, moved, failed }: Tally): Recomputation => ({
  ...job,
  revision: job.revision + 1,
  // Later looks see the same again.
  lookedAt: job.lookedAt + (beyondFirstLook(job) ? 0 : lookedAt),
  moved: job.moved + moved,
  failedCount: job.failedCount + failed.length,
  failed: [...job.failed, ...failed].slice(0, failuresKept),
});

export const ended = (job: Recomputation, state: 'done' | 'merged', now: string): Recomputation => ({
  ...job,
  state,
  revision: job.revision + 1,
  finishedAt: now,
});

/** A further look over everything: only what it moves itself is added, and what failed before is tried again. */
export const nextLook = (job: Recomputation, now: string): Recomputation => ({
  ...job,
  state: 'running',
  pass: job.pass + 1,
  passStartedAt: now,
  cursor: { tenant: 0 },
  failedCount: 0,
  failed: [],
});

/** Everything was looked at: the last look is still due, or failures are left to try again, later and later. */
export const lookedThrough = (job: Recomputation, wallNow: Date): Recomputation => {
  if (!beyondFirstLook(job)) return { ...job, state: 'settling' };
  if (job.failedCount === 0) return job;
  const waitMs = Math.min(firstWaitMs * 2 ** (job.pass - 2), longestWaitMs);
  return { ...job, state: 'retrying', retryAfter: new Date(wallNow.getTime() + waitMs).toISOString() };
};

/** Whether a waiting job's time has not come. */
export const mustWait = (job: Recomputation, wallNow: Date): boolean => {
  const until = job.state === 'retrying' ? job.retryAfter : job.settleAfter;
  return until !== undefined && wallNow.toISOString() < until;
};

/** Each failure is known by its id, so that only those need be tried again. */
export const knowsItsFailures = ({ state, failed, failedCount }: Recomputation): boolean =>
  state === 'retrying' && failed.length === failedCount;
