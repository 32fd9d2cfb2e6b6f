import type { OpenClocks } from '#functions/cases/ports/open-clocks.ts';
import type { BusinessClock, WallClock } from '#shared/kernel/clock.ts';
import type { OverlayNotice } from '#shared/kernel/working-calendar.ts';
import { log } from '#shared/log/log.ts';
import { asGround } from '../domain/notice.ts';
import { concernedTenants, type NodesOf } from './concerned-tenants.ts';
import type { CalendarStore, JobStore, Recomputation } from './ports.ts';

export interface RecomputationServices {
  readonly calendars: Pick<CalendarStore, 'list' | 'loadJob'>;
  readonly jobs: JobStore;
  readonly clocks: Pick<OpenClocks, 'page' | 'recompute'>;
  readonly nodesOf: NodesOf;
  readonly clock: BusinessClock;
  readonly wallClock: WallClock;
}

/** Cases of one message: few enough for one run of the consumer, however slow the table. */
const clocksAPage = 25;
const failuresKept = 50;

/** `more`: the next page is due at once. `later`: the sweep comes back to it. `over`: nothing is left for this run. */
export type PageOutcome = 'more' | 'later' | 'over';

interface Tally {
  readonly lookedAt: number;
  readonly moved: number;
  readonly failed: readonly { readonly caseId: string; readonly reason: string }[];
}

const reasonOf = (error: unknown): string =>
  error instanceof Error && error.message.includes('kept moving')
    ? '办件正在频繁办理，暂时未能写入；系统会再试一次。'
    : '重算时出错，已记入系统日志；系统会再试一次。';

const recomputePage = async (
  { clocks }: RecomputationServices,
  job: Recomputation,
  tenant: Parameters<OpenClocks['page']>[0],
  caseIds: readonly string[],
  notices: readonly OverlayNotice[],
): Promise<Tally> => {
  let moved = 0;
  const failed: { caseId: string; reason: string }[] = [];
  for (const caseId of caseIds)
    try {
      if (await clocks.recompute({ tenant, caseId }, notices, job.passStartedAt)) moved += 1;
    } catch (error) {
      log.error('recomputation.failed', error, { caseId, version: job.version });
      failed.push({ caseId, reason: reasonOf(error) });
    }
  return { lookedAt: job.pass === 1 ? caseIds.length : 0, moved, failed };
};

const tallied = (job: Recomputation, { lookedAt, moved, failed }: Tally): Recomputation => ({
  ...job,
  revision: job.revision + 1,
  lookedAt: job.lookedAt + lookedAt,
  moved: job.moved + moved,
  failedCount: job.failedCount + failed.length,
  failed: [...job.failed, ...failed].slice(0, failuresKept),
});

const end = (
  services: RecomputationServices,
  job: Recomputation,
  state: 'done' | 'merged',
): Recomputation => ({
  ...job,
  state,
  revision: job.revision + 1,
  finishedAt: services.clock.now().toISOString(),
});

/** The last look starts anew: only what it moves itself is added, and what failed before is tried again. */
const secondPass = (services: RecomputationServices, job: Recomputation): Recomputation => ({
  ...job,
  pass: 2,
  passStartedAt: services.clock.now().toISOString(),
  cursor: { tenant: 0 },
  failedCount: 0,
  failed: [],
});

const finish = async (
  services: RecomputationServices,
  job: Recomputation,
  state: 'done' | 'merged',
): Promise<PageOutcome> => {
  if (!(await services.jobs.save(end(services, job, state)))) return 'over';
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
  const page = await services.clocks.page(tenant.id, job.cursor.after, clocksAPage);
  const tally = await recomputePage(services, job, tenant.id, page.caseIds, notices);
  const next = tallied(job, tally);
  const cursor =
    page.next === undefined
      ? { tenant: job.cursor.tenant + 1 }
      : { tenant: job.cursor.tenant, after: page.next };
  const lookedAtAll = cursor.tenant === tenants.length;
  const saved = await services.jobs.save(
    lookedAtAll && job.pass === 1 ? { ...next, cursor, state: 'settling' } : { ...next, cursor },
  );
  if (!saved) return 'over';
  return lookedAtAll && job.pass === 1 ? 'later' : 'more';
};

/**
 * One page of a recomputation: one command a case, then the cursor. Killed in between, the page is done again and
 * changes nothing twice; of two runs over one page the slower stops. A newer version takes the rest over.
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
  if (services.wallClock.now().toISOString() < job.settleAfter) return 'later';
  return runOn(services, { ...secondPass(services, job), state: 'running' }, notice.scope, grounds);
};
