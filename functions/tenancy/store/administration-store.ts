import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { indexKeys, type Key, keys } from '#shared/table/keys.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import { getAll } from '#shared/table/read-all.ts';
import { transact } from '#shared/table/transact.ts';
import type { AdministrationStore } from '../app/administration-ports.ts';
import { parseAdministrationEntry, parseGrant, parseHosts } from './administration-items.ts';
import { administrationWrites } from './administration-writes.ts';
import { listGrantItems } from './list-grant-items.ts';
import { parseMembership } from './membership-items.ts';
import { membershipsOfPerson } from './membership-store.ts';
import { loadRoster } from './roster-items.ts';
import { parseMatter } from './tenant-items.ts';

const idempotencyItem = z.object({ digest: z.string(), answer: z.string() });
const contactItem = z.object({ pk: z.string(), phone: z.string() });

/** A tenant's administration in the single table, through a client whose credentials are fenced to the tenant. */
export const createAdministrationStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  wallNow: () => number = Date.now,
): AdministrationStore => {
  const get = async (Key: Key) =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  return {
    loadRoster: (tenant) => loadRoster(client, table, tenant),

    findGrant: async (tenant, grantId) => {
      const item = await get(keys.grant(tenant, grantId));
      return item && parseGrant(item);
    },

    listGrants: async (tenant, filter, after, limit) => {
      const { items, next } = await listGrantItems(client, table, tenant, filter, after, limit);
      return { items: items.map(parseGrant), ...(next === undefined ? {} : { next }) };
    },

    membershipsOf: (tenant, personId) => membershipsOfPerson(client, table, tenant, personId),

    findMembership: async (tenant, membershipId) => {
      const item = await get(keys.membership(tenant, membershipId));
      return item && parseMembership(item);
    },

    listMemberships: async (tenant, after, limit) => {
      const rows = await queryIndex(client, table, 'worklist', indexKeys.holders(tenant), { limit, after });
      const items = await getAll(
        client,
        table,
        rows.map(({ key }) => key),
      );
      const last = rows.length === limit ? rows.at(-1)?.position : undefined;
      return { items: items.map(parseMembership), ...(last === undefined ? {} : { next: last }) };
    },

    phonesOf: async (tenant, membershipIds) => {
      const items = await getAll(
        client,
        table,
        membershipIds.map((id) => keys.contact(tenant, id)),
      );
      const phones = new Map(
        items.map((item) => contactItem.parse(item)).map(({ pk, phone }) => [pk, phone]),
      );
      return new Map(
        membershipIds.flatMap((id) => {
          const phone = phones.get(keys.contact(tenant, id).pk);
          return phone === undefined ? [] : [[id, phone] as const];
        }),
      );
    },

    loadHosts: async (city) => {
      const item = await get(keys.outboundHosts(city));
      return item ? parseHosts(item) : { version: 0, hosts: [] };
    },

    findMatter: async (city, matterId) => {
      const item = await get(keys.tenantMatter(city, matterId));
      return item && parseMatter(item);
    },

    listMatters: async (city, limit) => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
          ExpressionAttributeValues: { ':pk': keys.administration(`${city}/_city`), ':prefix': 'MATTER#' },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return (Items ?? []).map(parseMatter);
    },

    listEntries: async (tenant, after, limit) => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': keys.administration(tenant),
            ':from': keys.administrationEntry(tenant, after + 1).sk,
            ':to': 'EV#999999',
          },
          ConsistentRead: true,
          Limit: limit,
        }),
      );
      return (Items ?? []).map(parseAdministrationEntry);
    },

    commit: (commit) => transact(client, administrationWrites(table, commit, wallNow())),

    findIdempotency: async (scope) => {
      const item = await get(keys.idempotency(scope.tenant, scope.membershipId, scope.operation, scope.key));
      return item && idempotencyItem.parse(item);
    },
  };
};
