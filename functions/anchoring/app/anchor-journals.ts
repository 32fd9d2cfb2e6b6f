import { addDays, endOfShanghaiDay, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { log } from '#shared/log/log.ts';
import { anchorTenant, earlierBySkew } from './anchor-tenant.ts';
import type { AnchorServices, WrittenEntry } from './ports.ts';

/** Where an installation has no watermark yet. */
const firstLookBackDays = 30;

export interface AnchoringResult {
  readonly tenants: number;
  readonly heads: number;
}

const entriesByTenant = async (
  { entries }: AnchorServices,
  date: string,
  after: string,
  until: string,
): Promise<ReadonlyMap<TenantId, readonly WrittenEntry[]>> => {
  const all = new Map<TenantId, WrittenEntry[]>();
  for await (const entry of entries.list(date, after, until)) {
    const known = all.get(entry.tenant);
    if (known) known.push(entry);
    else all.set(entry.tenant, [entry]);
  }
  return all;
};

/**
 * One tenant's trouble holds up no other. What failed on an earlier day is left alone, since its chain must not pass over
 * that day.
 */
const anchorDay = async (
  services: AnchorServices,
  date: string,
  after: string,
  until: string,
  failures: Map<TenantId, unknown>,
): Promise<AnchoringResult> => {
  let [tenants, heads] = [0, 0];
  for (const [tenant, entries] of await entriesByTenant(services, date, after, until)) {
    if (failures.has(tenant)) continue;
    try {
      const anchored = await anchorTenant(services, tenant, entries, until);
      heads += anchored;
      tenants += anchored > 0 ? 1 : 0;
    } catch (error) {
      log.error('anchor.failed', error, { tenant });
      failures.set(tenant, error);
    }
  }
  return { tenants, heads };
};

/**
 * Anchors every journal that has moved since the last run, day by day: a run that was missed for days is made up for, and
 * a run that comes twice or late finds nothing left to do. All tenants are tried, then the run fails if one did; the
 * watermark stays before the first day on which one did.
 */
export const anchorJournals = async (services: AnchorServices): Promise<AnchoringResult> => {
  const now = services.clock.now();
  const today = shanghaiDateOf(now);
  const from =
    (await services.marks.watermark()) ?? endOfShanghaiDay(addDays(today, -firstLookBackDays)).toISOString();
  const after = earlierBySkew(from);
  const total = { tenants: 0, heads: 0 };
  const failures = new Map<TenantId, unknown>();
  for (let date = shanghaiDateOf(new Date(after)); date <= today; date = addDays(date, 1)) {
    const until = new Date(Math.min(endOfShanghaiDay(date).getTime(), now.getTime())).toISOString();
    const { tenants, heads } = await anchorDay(services, date, after, until, failures);
    total.tenants += tenants;
    total.heads += heads;
    if (failures.size === 0 && until > from) await services.marks.keepWatermark(until);
  }
  log.info('anchor.done', total);
  if (failures.size > 0)
    throw new AggregateError([...failures.values()], `${failures.size} tenants were not anchored`);
  return total;
};
