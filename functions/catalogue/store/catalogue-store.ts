import { type DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { catalogueRows, productsOf, rowKeys } from '#shared/table/catalogue-rows.ts';
import { type Key, keys } from '#shared/table/keys.ts';
import { getAll, queryPrefix } from '#shared/table/read-all.ts';
import { transact } from '#shared/table/transact.ts';
import type { CatalogueStore } from '../app/ports.ts';
import {
  draftItem,
  entryItem,
  idempotencyItem,
  parseHead,
  parseRecord,
  parseStandards,
} from './catalogue-items.ts';
import { commitWrites } from './commit-writes.ts';

const atOnce = 20;

/** A city's catalogue in the single table, through a client that is fenced to it. */
export const createCatalogueStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  wallNow: () => number = Date.now,
): CatalogueStore => {
  const read = async (Key: Key): Promise<Record<string, unknown> | undefined> =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;

  return {
    load: async (city) => parseHead(city, await read(keys.catalogueHead(city))),

    commit: async (commit) => {
      const outcome = await transact(client, commitWrites(table, commit, wallNow()));
      return outcome.written ? { written: true, failed: [] } : outcome;
    },

    layRows: async (city, content, products) => {
      const { buckets, items } = catalogueRows(city, content, products);
      for (let i = 0; i < items.length; i += atOnce)
        await Promise.all(
          items.slice(i, i + atOnce).map((Item) => client.send(new PutCommand({ TableName: table, Item }))),
        );
      return { content, buckets };
    },

    draftProducts: async ({ state, draftParts }) => {
      const wanted = Array.from({ length: draftParts }, (_, part) => keys.catalogueDraft(state.city, part));
      return (await getAll(client, table, wanted)).flatMap((item) => draftItem.parse(item).products);
    },

    products: async (city, rows) => productsOf(await getAll(client, table, rowKeys(city, rows))),

    record: async (city, version) => {
      const item = await read(keys.catalogueVersion(city, version));
      return item && parseRecord(item);
    },

    records: async (city) => {
      const { pk } = keys.catalogueHead(city);
      const items = await queryPrefix(client, table, pk, 'VERSION#');
      return items.map(parseRecord).sort((a, b) => b.ordinal - a.ordinal);
    },

    standards: async (city) => {
      const item = await read(keys.catalogueStandards(city));
      return item && parseStandards(item);
    },

    findIdempotency: async ({ tenant, membershipId, operation, key }) => {
      const item = await read(keys.idempotency(tenant, membershipId, operation, key));
      return item && idempotencyItem.parse(item);
    },

    entriesBefore: async (city, seq, limit) => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': keys.catalogueHead(city).pk,
            ':from': keys.catalogueEntry(city, 0).sk,
            ':to': keys.catalogueEntry(city, seq - 1).sk,
          },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return (Items ?? []).map((item) => entryItem.parse(item));
    },
  };
};
