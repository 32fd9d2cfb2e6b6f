import type { QuotaName } from '#shared/contracts/quotas.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Key } from './keys.ts';

/** How often a tenant has called what is counted under a name, in a window that began at an epoch second. */
export const usageKey = (tenant: TenantId, name: QuotaName, windowStart: number): Key => ({
  pk: `T#${tenant}#USE#${name}`,
  sk: String(windowStart),
});
