import type { Actor } from '#shared/kernel/actor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

/** 任职: one person's post in one organisation of one tenant, with the roles granted there. */
export interface Membership {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly tenant: TenantId;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly roles: readonly string[];
  readonly grantsVersion: number;
  readonly state: 'active' | 'ended';
}

export interface MembershipStore {
  /** All standing and ended memberships of a person, read consistently once found. */
  listOfPerson(personId: string): Promise<readonly Membership[]>;
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
