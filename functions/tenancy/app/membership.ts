import type { Actor } from '#shared/kernel/actor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Membership } from '../domain/membership.ts';

export type { Membership };

export interface MembershipStore {
  /** All standing and suspended memberships of a person, read consistently once found. */
  listOfPerson(personId: string): Promise<readonly Membership[]>;
  /** Every membership that a person has in a tenant, read consistently. */
  listOfPersonIn(tenant: TenantId, personId: string): Promise<readonly Membership[]>;
  /** Memberships of a tenant that hold a role, read consistently once found. */
  listOfRole(tenant: TenantId, role: string): Promise<readonly Membership[]>;
  find(tenant: TenantId, membershipId: string): Promise<Membership | undefined>;
}

export const actorOf = (membership: Membership): Actor => ({
  personId: membership.personId,
  name: membership.name,
  membershipId: membership.id,
  tenant: membership.tenant,
  organisation: membership.organisation,
  roles: membership.roles,
  grantsVersion: membership.grantsVersion,
});
