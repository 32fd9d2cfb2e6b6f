import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { indexKeys, keys } from '#shared/table/keys.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import { getAll } from '#shared/table/read-all.ts';
import type { Membership, MembershipStore } from '../app/membership.ts';

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
  state: z.enum(['active', 'ended']),
});

/** A person's memberships lie in their tenants; the lookup index finds them by person. */
export const membershipItems = (membership: Membership): readonly Record<string, unknown>[] => [
  {
    ...keys.membership(membership.tenant, membership.id),
    ...membership,
    g3pk: indexKeys.memberships(membership.personId),
    g3sk: membership.id,
  },
  {
    ...keys.directoryEntry(membership.tenant.slice(0, membership.tenant.indexOf('/')), membership.id),
    name: membership.name,
    organisation: membership.organisation.name,
    roles: membership.roles,
  },
];

const mostMemberships = 100;

export const createMembershipStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): MembershipStore => ({
  listOfPerson: async (personId) => {
    const rows = await queryIndex(client, table, 'lookup', indexKeys.memberships(personId), {
      limit: mostMemberships,
    });
    const items = await getAll(
      client,
      table,
      rows.map(({ key }) => key),
    );
    return items
      .map((item) => membershipItem.parse(item))
      .filter((membership) => membership.personId === personId);
  },
});
