import type { RecomputationView } from '#shared/contracts/holiday-notices.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import type { NodesOf } from './concerned-tenants.ts';
import type { CalendarStore } from './ports.ts';

const readers = ['tenant.admin', 'security.admin', 'audit.admin'];

export const followsRecomputations = ({ roles }: Actor): boolean =>
  roles.some((role) => readers.includes(role));

/** 重算进度: for the city's three administrators; a county's see that of their own closures. */
export const viewRecomputation = async (
  {
    calendars,
    nodesOf,
  }: { readonly calendars: Pick<CalendarStore, 'list' | 'loadJob'>; readonly nodesOf: NodesOf },
  actor: Actor,
  version: number,
): Promise<Result<RecomputationView, Refusal>> => {
  if (!followsRecomputations(actor))
    return refuse({ code: 'not-allowed', detail: '重算进度由系统管理员、安全管理员和审计管理员查看。' });
  const city = cityOf(actor.tenant);
  const job = await calendars.loadJob(city, version);
  const notice = job && (await calendars.list(city))[version - 1];
  if (!job || (!isCityTenant(actor.tenant) && notice?.scope !== actor.tenant))
    return refuse({ code: 'not-found', detail: '没有这个日历版本，或您无权查看。' });
  const { state, startedAt, finishedAt, retryAfter, lookedAt, moved, failedCount, failed } = job;
  const names = new Map((failed.length > 0 ? await nodesOf(city) : []).map(({ id, name }) => [id, name]));
  return accept({
    version,
    state,
    startedAt,
    ...(finishedAt === undefined ? {} : { finishedAt }),
    ...(state === 'retrying' && retryAfter !== undefined ? { retryAfter } : {}),
    lookedAt,
    moved,
    failedCount,
    failed: failed.map((one) => ({ ...one, tenantName: names.get(one.tenant) ?? one.tenant })),
  });
};
