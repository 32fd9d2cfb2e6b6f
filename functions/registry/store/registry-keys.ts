import { createHash } from 'node:crypto';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Key } from '#shared/table/keys.ts';

const partition = (tenant: TenantId, systemId: string): string => `T#${tenant}#SYS#${systemId}`;
const organisationPartition = (tenant: TenantId, organisation: string): string =>
  `T#${tenant}#O#${organisation}`;

export const resourcePrefix = 'RES#';
export const lifePrefix = 'LIFE#';
export const listedPrefix = 'SYS#';

export const registryKeys = {
  partition,
  organisationPartition,
  system: (tenant: TenantId, systemId: string): Key => ({ pk: partition(tenant, systemId), sk: 'SYSTEM' }),
  resource: (tenant: TenantId, systemId: string, resourceId: string): Key => ({
    pk: partition(tenant, systemId),
    sk: `${resourcePrefix}${resourceId}`,
  }),
  life: (tenant: TenantId, systemId: string, id: string): Key => ({
    pk: partition(tenant, systemId),
    sk: `${lifePrefix}${id}`,
  }),
  /** A department has one system of a name. */
  systemName: (tenant: TenantId, organisation: string, name: string): Key => ({
    pk: organisationPartition(tenant, organisation),
    sk: `SYSNAME#${createHash('sha256').update(name).digest('hex')}`,
  }),
  /** A department's own list of systems. */
  organisationSystem: (tenant: TenantId, organisation: string, systemId: string): Key => ({
    pk: organisationPartition(tenant, organisation),
    sk: `${listedPrefix}${systemId}`,
  }),
} as const;

/** Partitions of the lookup index. */
export const registryLists = {
  systems: (tenant: TenantId): string => `T#${tenant}#SYSTEMS`,
  resources: (tenant: TenantId): string => `T#${tenant}#RESOURCES`,
} as const;
