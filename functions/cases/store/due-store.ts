import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { deliveryShards, indexKeys, type Key, keys, parseTaskKey } from '#shared/table/keys.ts';
import { markerKindOf } from '#shared/table/markers.ts';
import type { DueRow, DueStore } from '../app/delivery-ports.ts';

const watermarkItem = z.object({ date: z.string() });
const rowKey = z.object({ pk: z.string(), sk: z.string() });

const parseRow = (key: Key): DueRow => {
  if (markerKindOf(key) === 'notice') return { kind: 'notice', key };
  const found = parseTaskKey(key);
  if (!found) throw new Error(`nothing that falls due: ${key.pk} ${key.sk}`);
  const { taskId, ...ref } = found;
  return { kind: 'task', ref, taskId };
};

/** The due-time index of every tenant, for the system role. */
export const createDueStore = (client: DynamoDBDocumentClient, table: string): DueStore => ({
  listDue: async function* (date, until) {
    for (let shard = 0; shard < deliveryShards; shard += 1) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'g2pk = :pk AND g2sk < :until',
          // Positions are `<instant>#…`; what is due at this very instant is due.
          ExpressionAttributeValues: { ':pk': indexKeys.due(date, shard), ':until': `${until}~` },
        },
      );
      for await (const { Items } of pages) for (const item of Items ?? []) yield parseRow(rowKey.parse(item));
    }
  },

  watermark: async () => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keys.dueWatermark(), ConsistentRead: true }),
    );
    return Item && watermarkItem.parse(Item).date;
  },

  keepWatermark: async (date) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...keys.dueWatermark(), date } }));
  },
});
