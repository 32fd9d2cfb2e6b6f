import type { TenantId } from '#shared/kernel/tenant.ts';

/** Partition keys of the three indexes. */
export const indexKeys = {
  /** Worklist of a role (of one organisation, where the role is held there) in the holder's tenant. */
  worklist: (tenant: TenantId, role: string, organisation?: string): string =>
    `T#${tenant}#W#${role}${organisation === undefined ? '' : `@${organisation}`}`,
  /** Deliveries that the stream should have made: Shanghai date of writing and one of 16 shards by case. */
  undelivered: (date: string, shard: number): string => `DELIVERY#${date}#${String(shard).padStart(2, '0')}`,
  /** What falls due in business time: Shanghai date and one of 16 shards by case. */
  due: (date: string, shard: number): string => `DUE#${date}#${String(shard).padStart(2, '0')}`,
  /** What a membership has been told, by time; the tenant first, so that its own people may look. */
  inbox: (tenant: TenantId, membershipId: string): string => `T#${tenant}#INBOX#${membershipId}`,
  unread: (tenant: TenantId, membershipId: string): string => `T#${tenant}#UNREAD#${membershipId}`,
  memberships: (personId: string): string => `U#${personId}`,
  /** A tenant's memberships; the position tells roles and organisation, so that the row alone says who holds what. */
  holders: (tenant: TenantId): string => `T#${tenant}#HOLDERS`,
  casesOf: (tenant: TenantId): string => `T#${tenant}#CASES`,
  /** Open tasks of a tenant's cases that have a target day. */
  openClocks: (tenant: TenantId): string => `T#${tenant}#CLOCKS`,
} as const;
