import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { anchorKeys } from '#shared/table/journal-items.ts';
import type { AnchorMarks } from '../app/ports.ts';

const markItem = z.object({
  seq: z.int(),
  hash: z.string(),
  until: z.string(),
  fresh: z.array(z.object({ journal: z.string(), seq: z.int(), at: z.string() })),
});
const watermarkItem = z.object({ until: z.string() });

export const createAnchorMarks = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): AnchorMarks => ({
  find: async (tenant) => {
    const Key = anchorKeys.mark(tenant);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && markItem.parse(Item);
  },

  keep: async (tenant, mark) => {
    try {
      await client.send(
        new PutCommand({
          TableName: table,
          Item: { ...anchorKeys.mark(tenant), ...mark },
          ...(mark.seq === 1
            ? { ConditionExpression: 'attribute_not_exists(pk)' }
            : {
                ConditionExpression: '#seq = :before',
                ExpressionAttributeNames: { '#seq': 'seq' },
                ExpressionAttributeValues: { ':before': mark.seq - 1 },
              }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },

  watermark: async () => {
    const Key = anchorKeys.watermark();
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && watermarkItem.parse(Item).until;
  },

  keepWatermark: async (until) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...anchorKeys.watermark(), until } }));
  },
});
