import { cityOf, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import type { Key } from './key.ts';

const personPartition = (tenant: TenantId, personId: string): string => `T#${tenant}#P#${personId}`;
const directory = (tenant: TenantId): string => `R#${cityOf(tenant)}#DIRECTORY#${nodeOf(tenant)}`;
export const organisationPrefix = 'ORGANISATION#';

export const tenantKeys = {
  membership: (tenant: TenantId, id: string): Key => ({ pk: `T#${tenant}#M#${id}`, sk: 'MEMBERSHIP' }),
  /** Which memberships a person has in a tenant. */
  personMembership: (tenant: TenantId, personId: string, id: string): Key => ({
    pk: personPartition(tenant, personId),
    sk: `M#${id}`,
  }),
  personPartition,
  tenantNode: (tenant: TenantId): Key => ({ pk: `R#${cityOf(tenant)}#TENANTS`, sk: tenant }),
  /** Every node of a city by name; the city writes it. */
  tenantNodes: (city: string): string => `R#${city}#TENANTS`,
  directory,
  /** Names for the whole city to read; each tenant writes its own people's and nobody else's. */
  directoryEntry: (tenant: TenantId, membershipId: string): Key => ({
    pk: directory(tenant),
    sk: membershipId,
  }),
  /** An organisation of a tenant, for the whole city to read. */
  organisation: (tenant: TenantId, id: string): Key => ({
    pk: directory(tenant),
    sk: `${organisationPrefix}${id}`,
  }),
  /** What a tenant has set of its own within the rules: materials, limits, service targets. */
  localSettings: (tenant: TenantId): Key => ({ pk: directory(tenant), sk: 'SETTINGS' }),
  /** Whether a tenant's people may command. Kept several times, so that their commands do not all meet on one item. */
  standing: (tenant: TenantId, shard: number): Key => ({ pk: `T#${tenant}#STANDING`, sk: `#${shard}` }),
  /** Where a person is reached under a membership; registered by two administrators, never named in a request. */
  contact: (tenant: TenantId, membershipId: string): Key => ({
    pk: `T#${tenant}#M#${membershipId}`,
    sk: 'CONTACT',
  }),
  /** When a person was sent codes within the last hour. */
  codesSent: (personId: string): Key => ({ pk: `U#${personId}`, sk: 'CODES' }),
} as const;
