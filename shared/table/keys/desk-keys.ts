import type { TenantId } from '#shared/kernel/tenant.ts';
import { markerPrefix } from '../markers.ts';
import type { Key } from './key.ts';

const membershipPartition = (tenant: TenantId, membershipId: string): string =>
  `T#${tenant}#M#${membershipId}`;
const handOvers = (tenant: TenantId): string => `T#${tenant}#HANDOVERS`;

export const deskKeys = {
  /** Moves with every delegation of a tenant, so that two never pass on the same facts. */
  delegations: (tenant: TenantId): Key => ({ pk: `T#${tenant}#DELEGATIONS`, sk: 'HEAD' }),
  membershipPartition,
  /** A delegation with whoever is away, by its last day. */
  delegationGiven: (tenant: TenantId, from: string, untilOn: string, id: string): Key => ({
    pk: membershipPartition(tenant, from),
    sk: `GIVEN#${untilOn}#${id}`,
  }),
  /** The same with whoever stands in. */
  delegationTaken: (tenant: TenantId, to: string, untilOn: string, id: string): Key => ({
    pk: membershipPartition(tenant, to),
    sk: `TAKEN#${untilOn}#${id}`,
  }),
  handOvers,
  handOver: (tenant: TenantId, id: string): Key => ({ pk: handOvers(tenant), sk: `JOB#${id}` }),
  /** Marks that a hand-over is still to be done. */
  handOverMarker: (tenant: TenantId, id: string): Key => ({
    pk: handOvers(tenant),
    sk: `${markerPrefix('handOver')}${id}`,
  }),
} as const;
