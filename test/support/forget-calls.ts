import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { type QuotaName, quotas } from '#shared/contracts/quotas.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { usageKey } from '#shared/table/usage-keys.ts';
import { inspectTable } from './inspect-table.ts';

/** A tenant's calls of a counted operation count for nothing: under faults they are made as often as there are faults. */
export const forgetCalls = async (
  system: EmbeddedSystem,
  tenant: TenantId,
  name: QuotaName,
): Promise<void> => {
  const quota = quotas[name];
  if (!quota) throw new Error(`${name} is not counted`);
  const table = inspectTable(system);
  const now = Math.floor(Date.now() / 1000);
  const key = usageKey(tenant, name, now - (now % quota.seconds));
  if (await table.get(key)) await table.set(key, 'calls', 0);
};
