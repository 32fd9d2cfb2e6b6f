import * as z from 'zod/mini';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { indexKeys, keys } from '#shared/table/keys.ts';
import type { Membership } from '../domain/membership.ts';

const membershipItem = z.object({
  id: z.string(),
  personId: z.string(),
  name: z.string(),
  tenant: z.pipe(
    z.string().check(z.refine(isTenantId)),
    z.transform((text) => text as TenantId),
  ),
  organisation: z.object({ id: z.string(), name: z.string() }),
  roles: z.array(z.string()),
  grantsVersion: z.int(),
  state: z.enum(['active', 'suspended']),
  since: z.string(),
});

export const parseMembership = (item: unknown): Membership => membershipItem.parse(item);

/** Place of a membership among its tenant's holders; it says the roles, so that only those wanted are read. */
const holderPosition = ({ roles, id }: Membership): string => `${roles.join(',')}#${id}`;
export const rolesAt = (position: string): readonly string[] =>
  position.slice(0, position.indexOf('#')).split(',');

/** The membership itself: the lookup index finds it by person, the worklist index by tenant and role. */
export const membershipItemOf = (membership: Membership): Record<string, unknown> => ({
  ...keys.membership(membership.tenant, membership.id),
  ...membership,
  g3pk: indexKeys.memberships(membership.personId),
  g3sk: membership.id,
  g1pk: indexKeys.holders(membership.tenant),
  g1sk: holderPosition(membership),
});

/** What follows from a membership: its place among the person's in the tenant, and its name in the city's directory. */
export const membershipShadows = (membership: Membership): readonly Record<string, unknown>[] => [
  {
    ...keys.personMembership(membership.tenant, membership.personId, membership.id),
    membershipId: membership.id,
  },
  {
    ...keys.directoryEntry(membership.tenant, membership.id),
    name: membership.name,
    organisation: membership.organisation.name,
    roles: membership.roles,
  },
];

/** Everything that is written for a membership. */
export const membershipItems = (membership: Membership): readonly Record<string, unknown>[] => [
  membershipItemOf(membership),
  ...membershipShadows(membership),
];
