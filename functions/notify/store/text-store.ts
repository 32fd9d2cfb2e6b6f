import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from '#shared/table/keys.ts';
import type { TextStore } from '../app/inbox-ports.ts';

const textsItem = z.object({
  version: z.int(),
  texts: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
});

/** A city's own message texts, through a client fenced to the city. */
export const createTextStore = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): TextStore => ({
  load: async (city) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keys.messageTexts(city), ConsistentRead: true }),
    );
    return Item ? textsItem.parse(Item) : { version: 0, texts: {} };
  },

  replace: async (city, texts, expected, by, at) => {
    const update = new UpdateCommand({
      TableName: table,
      Key: keys.messageTexts(city),
      UpdateExpression: 'SET #texts = :texts, #version = :next, changedBy = :by, changedAt = :at',
      ConditionExpression: expected === 0 ? 'attribute_not_exists(pk)' : '#version = :expected',
      ExpressionAttributeNames: { '#texts': 'texts', '#version': 'version' },
      ExpressionAttributeValues: {
        ':texts': texts,
        ':next': expected + 1,
        ':by': by,
        ':at': at,
        ...(expected === 0 ? {} : { ':expected': expected }),
      },
    });
    try {
      await client.send(update);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});
