import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { indexKeys, type Key, keys } from '#shared/table/keys.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import { getAll, queryPrefix } from '#shared/table/read-all.ts';
import type { Membership, MembershipStore } from '../app/membership.ts';
import { parseMembership, rolesAt } from './membership-items.ts';

const mostMemberships = 100;
const holdersPage = 1000;

const shadowItem = z.object({ membershipId: z.string() });

/** Every membership that a person has in a tenant, read consistently. */
export const membershipsOfPerson = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  tenant: TenantId,
  personId: string,
): Promise<readonly Membership[]> => {
  const shadows = await queryPrefix(client, table, keys.personPartition(tenant, personId), 'M#');
  const wanted = shadows.map((item) => keys.membership(tenant, shadowItem.parse(item).membershipId));
  return (await getAll(client, table, wanted)).map(parseMembership);
};

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
      .map((item) => parseMembership(item))
      .filter((membership) => membership.personId === personId);
  },

  listOfPersonIn: (tenant, personId) => membershipsOfPerson(client, table, tenant, personId),

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
    return items.map((item) => parseMembership(item)).filter((membership) => membership.roles.includes(role));
  },

  find: async (tenant, membershipId) => {
    const Key = keys.membership(tenant, membershipId);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && parseMembership(Item);
  },
});
