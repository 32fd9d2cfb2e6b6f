import { type DynamoDBDocumentClient, GetCommand, PutCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Watermark } from '#shared/kernel/sweep-by-date.ts';
import { deliveryShards, type Key } from './keys.ts';

const rowKey = z.object({ pk: z.string(), sk: z.string() });
const watermarkItem = z.object({ date: z.string() });

/**
 * What is due on a date and until an instant, by the due index: a page of keys at a time, shard by shard, and nothing
 * that is not due.
 *
 * @param listOf partition of a date and shard
 */
export async function* dueRows(
  client: DynamoDBDocumentClient,
  table: string,
  listOf: (date: LocalDate, shard: number) => string,
  date: LocalDate,
  until: string,
): AsyncGenerator<readonly Key[]> {
  for (let shard = 0; shard < deliveryShards; shard += 1) {
    const pages = paginateQuery(
      { client },
      {
        TableName: table,
        IndexName: 'due',
        KeyConditionExpression: 'g2pk = :pk AND g2sk < :until',
        // Positions are `<instant>#…`; what is due at this very instant is due.
        ExpressionAttributeValues: { ':pk': listOf(date, shard), ':until': `${until}~` },
      },
    );
    for await (const { Items } of pages) yield (Items ?? []).map((item) => rowKey.parse(item));
  }
}

/** The watermark of a sweep under its key. */
export const watermarkAt = (client: DynamoDBDocumentClient, table: string, key: Key): Watermark => ({
  watermark: async () => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: { ...key }, ConsistentRead: true }),
    );
    return Item && watermarkItem.parse(Item).date;
  },
  keepWatermark: async (date) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...key, date } }));
  },
});
