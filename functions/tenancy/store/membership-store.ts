import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { indexKeys, type Key, keys } from '#shared/table/keys.ts';
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

/** Place of a membership among its tenant's holders; it says the roles, so that only those wanted are read. */
const holderPosition = ({ roles, id }: Membership): string => `${roles.join(',')}#${id}`;
const rolesAt = (position: string): readonly string[] => position.slice(0, position.indexOf('#')).split(',');

/**
 * A person's memberships lie in their tenants; the lookup index finds them by person, the worklist index by tenant and
 * role.
 */
export const membershipItems = (membership: Membership): readonly Record<string, unknown>[] => [
  {
    ...keys.membership(membership.tenant, membership.id),
    ...membership,
    g3pk: indexKeys.memberships(membership.personId),
    g3sk: membership.id,
    g1pk: indexKeys.holders(membership.tenant),
    g1sk: holderPosition(membership),
  },
  {
    ...keys.directoryEntry(membership.tenant.slice(0, membership.tenant.indexOf('/')), membership.id),
    name: membership.name,
    organisation: membership.organisation.name,
    roles: membership.roles,
  },
];

const mostMemberships = 100;
const holdersPage = 1000;

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

  listOfRole: async (tenant, role) => {
    const found: Key[] = [];
    let after: string | undefined;
    do {
      const rows = await queryIndex(client, table, 'worklist', indexKeys.holders(tenant), {
        limit: holdersPage,
        after,
      });
      found.push(...rows.filter(({ position }) => rolesAt(position).includes(role)).map(({ key }) => key));
      after = rows.length === holdersPage ? rows.at(-1)?.position : undefined;
    } while (after !== undefined);
    const items = await getAll(client, table, found);
    return items
      .map((item) => membershipItem.parse(item))
      .filter((membership) => membership.roles.includes(role));
  },

  find: async (tenant, membershipId) => {
    const Key = keys.membership(tenant, membershipId);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && membershipItem.parse(Item);
  },
});
