import type { NoticeBody } from '#shared/contracts/holiday-notices.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { actorRefusal } from '#shared/kernel/actor-refusal.ts';
import type { BusinessClock, WallClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { objectionToNotice, objectionToSize, publishableBy, scopeFor } from '../domain/check-notice.ts';
import { composeOverlay } from '../domain/compose-overlay.ts';
import { type PublishedNotice, sameNotice } from '../domain/notice.ts';
import type { Recomputation } from '../domain/recomputation.ts';
import type { CalendarStore } from './ports.ts';

export interface PublishServices {
  readonly calendars: CalendarStore;
  readonly clock: BusinessClock;
  readonly wallClock: WallClock;
}

/** Longer than any function may run: a command that read the calendar before it was published is over by then. */
const settleMs = 2 * 60_000;

const notAllowed: Refusal = {
  code: 'not-allowed',
  detail: '放假安排由市系统管理员发布，县（市、区）系统管理员只发布本地停办日。',
};

const calendarMoved: Refusal = { code: 'calendar-moved', detail: '刚刚发布了另一份通知，请刷新后重新试算。' };

const newJob = ({ clock, wallClock }: PublishServices, city: string, version: number): Recomputation => {
  const startedAt = clock.now().toISOString();
  return {
    city,
    version,
    state: 'running',
    revision: 0,
    pass: 1,
    passStartedAt: startedAt,
    startedAt,
    settleAfter: new Date(wallClock.now().getTime() + settleMs).toISOString(),
    cursor: { tenant: 0 },
    lookedAt: 0,
    moved: 0,
    failedCount: 0,
    failed: [],
  };
};

/** Why the actor may not publish it, or nothing. */
export const objectionToPublisher = (actor: Actor, notice: NoticeBody): Refusal | undefined =>
  publishableBy(actor).includes(notice.kind) ? undefined : notAllowed;

interface Publishing {
  readonly tenant: TenantId;
  readonly actor?: Actor;
  readonly notice: NoticeBody;
  /** The newest version that the publisher has seen. */
  readonly expected: number;
}

/**
 * Makes the next calendar version of a notice and leaves the job that recomputes open targets. Asked again with the
 * same notice it answers the version that was made.
 */
export const publishAsTenant = async (
  services: PublishServices,
  { tenant, actor, notice, expected }: Publishing,
): Promise<Result<{ version: number }, Refusal>> => {
  const city = cityOf(tenant);
  const known = await services.calendars.list(city);
  const scope = scopeFor(notice.kind, tenant);
  const made = known[expected];
  if (made && made.scope === scope && sameNotice(made, notice)) return accept({ version: made.version });
  const objection = objectionToNotice(notice, tenant, known);
  if (objection) return refuse(objection);
  if (known.length !== expected) return refuse(calendarMoved);
  const version = expected + 1;
  const full = objectionToSize(notice, known);
  if (full) return refuse(full);
  const job = newJob(services, city, version);
  const published: PublishedNotice = {
    ...notice,
    version,
    publishedAt: job.startedAt,
    ...(scope === undefined ? {} : { scope }),
    ...(actor ? { membershipId: actor.membershipId } : {}),
  };
  const outcome = await services.calendars.publish({
    city,
    tenant,
    notice: published,
    overlay: composeOverlay(version, [...known, published]),
    job,
    ...(actor ? { actor } : {}),
  });
  if (outcome === 'written') return accept({ version });
  return refuse(actorRefusal([outcome]) ?? calendarMoved);
};

/** 发布放假安排: the city's system administrator for city and nation, a county's for its own closures. */
export const publishNotice = async (
  services: PublishServices,
  actor: Actor,
  notice: NoticeBody,
  expected: number,
): Promise<Result<{ version: number }, Refusal>> => {
  const objection = objectionToPublisher(actor, notice);
  return objection
    ? refuse(objection)
    : publishAsTenant(services, { tenant: actor.tenant, actor, notice, expected });
};
