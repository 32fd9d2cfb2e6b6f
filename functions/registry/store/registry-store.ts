import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import { getAll, type Item, queryPrefix } from '#shared/table/read-all.ts';
import type { Page, RegistryStore, SystemRef } from '../app/ports.ts';
import type { CountedSystem } from '../domain/resource.ts';
import { parseLife, parseResource, parseSystem } from './registry-items.ts';
import { lifePrefix, listedPrefix, registryKeys, registryLists, resourcePrefix } from './registry-keys.ts';

type Client = Pick<DynamoDBDocumentClient, 'send'>;

/** Resources that are looked through at once for those of one pool. */
const readAtOnce = 300;

/** Only those of one pool, where it is named: then more are read than are wanted. */
const ofPool = (pool: string | undefined) =>
  pool === undefined
    ? { filter: {}, values: {}, most: undefined }
    : {
        filter: {
          FilterExpression: '#pool.#kind = :pool',
          ExpressionAttributeNames: { '#pool': 'pool', '#kind': 'kind' },
        },
        values: { ':pool': pool },
        most: readAtOnce,
      };

/** Ids of a department's systems, newest first, older than `after`. */
const listedBy = async (
  client: Client,
  table: string,
  pk: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> => {
  const { Items } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':pk': pk,
        ':from': listedPrefix,
        // Just below the place of `after`; without one, above every id.
        ':to': after === undefined ? `${listedPrefix}\uffff` : `${listedPrefix}${after}`,
      },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: limit + 1,
    }),
  );
  return (Items ?? [])
    .map((item: Item) => String(item['sk']).slice(listedPrefix.length))
    .filter((systemId) => systemId !== after)
    .slice(0, limit);
};

const pageOf = (rows: readonly CountedSystem[], ids: readonly string[], limit: number) => {
  const last = ids.length === limit ? ids.at(-1) : undefined;
  return { rows, ...(last === undefined ? {} : { next: last }) };
};

/** 台账 as people read it. */
export const createRegistryStore = (client: Client, table: string): RegistryStore => {
  const systemIds = async (
    tenant: TenantId,
    organisation: string | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]> => {
    if (organisation !== undefined)
      return listedBy(client, table, registryKeys.organisationPartition(tenant, organisation), after, limit);
    const rows = await queryIndex(client, table, 'lookup', registryLists.systems(tenant), {
      limit,
      after,
      newestFirst: true,
    });
    return rows.map(({ position }) => position);
  };

  return {
    findSystem: async ({ tenant, systemId }) => {
      const Key = registryKeys.system(tenant, systemId);
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item && parseSystem(Item);
    },

    systemsOf: async (tenant, organisation, after, limit): Promise<Page<CountedSystem>> => {
      const ids = await systemIds(tenant, organisation, after, limit);
      const items = await getAll(
        client,
        table,
        ids.map((systemId) => registryKeys.system(tenant, systemId)),
      );
      return pageOf(items.map(parseSystem), ids, limit);
    },

    resourcesOf: async ({ tenant, systemId }: SystemRef) =>
      (await queryPrefix(client, table, registryKeys.partition(tenant, systemId), resourcePrefix)).map(
        parseResource,
      ),

    resourcePage: async ({ tenant, systemId }, { after, limit, pool }) => {
      const { filter, values, most } = ofPool(pool);
      const { Items = [], LastEvaluatedKey } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ...filter,
          ExpressionAttributeValues: {
            ':pk': registryKeys.partition(tenant, systemId),
            // Just above the place of `after`.
            ':from': after === undefined ? resourcePrefix : `${resourcePrefix}${after}\u0000`,
            ':to': `${resourcePrefix}\uffff`,
            ...values,
          },
          ConsistentRead: true,
          Limit: most ?? limit,
        }),
      );
      const rows = Items.slice(0, limit).map(parseResource);
      const read = LastEvaluatedKey && String(LastEvaluatedKey['sk']).slice(resourcePrefix.length);
      const next = Items.length > limit ? rows.at(-1)?.resourceId : read;
      return { rows, ...(next === undefined ? {} : { next }) };
    },

    lifeOf: async ({ tenant, systemId }: SystemRef) =>
      (await queryPrefix(client, table, registryKeys.partition(tenant, systemId), lifePrefix)).map(parseLife),
  };
};
