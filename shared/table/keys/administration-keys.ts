import type { TenantId } from '#shared/kernel/tenant.ts';
import { type Key, padded } from './key.ts';

const administration = (tenant: TenantId): string => `T#${tenant}#ADMINISTRATION`;

export const administrationKeys = {
  administration,
  /** Who the tenant's three administrators are, and the head of its journal of administration. */
  roster: (tenant: TenantId): Key => ({ pk: administration(tenant), sk: 'ROSTER' }),
  grant: (tenant: TenantId, grantId: string): Key => ({ pk: administration(tenant), sk: `GRANT#${grantId}` }),
  administrationEntry: (tenant: TenantId, seq: number): Key => ({
    pk: administration(tenant),
    sk: `EV#${padded(seq)}`,
  }),
  /** Hosts that a city's messages may go to, kept by its security administrator. */
  outboundHosts: (city: string): Key => ({ pk: administration(`${city}/_city`), sk: 'HOSTS' }),
  /** Opening, suspending or reactivating a county, in the administration of its city. */
  tenantMatter: (city: string, matterId: string): Key => ({
    pk: administration(`${city}/_city`),
    sk: `MATTER#${matterId}`,
  }),
  exports: (tenant: TenantId): string => `T#${tenant}#EXPORTS`,
  export: (tenant: TenantId, exportId: string): Key => ({ pk: `T#${tenant}#EXPORTS`, sk: exportId }),
} as const;
