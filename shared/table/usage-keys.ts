import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Key } from './keys.ts';

/** How often a tenant has called an operation in a window that began at an epoch second. */
export const usageKey = (tenant: TenantId, operation: string, windowStart: number): Key => ({
  pk: `T#${tenant}#USE#${operation}`,
  sk: String(windowStart),
});
