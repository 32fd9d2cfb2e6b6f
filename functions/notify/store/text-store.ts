import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { writeJournaled } from '#functions/tenancy/ports/journaled-change.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
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

  replace: async (actor, texts, { version: expected, at, change }) => {
    const update = {
      TableName: table,
      Key: keys.messageTexts(cityOf(actor.tenant)),
      UpdateExpression: 'SET #texts = :texts, #version = :next, changedBy = :by, changedAt = :at',
      ConditionExpression: expected === 0 ? 'attribute_not_exists(pk)' : '#version = :expected',
      ExpressionAttributeNames: { '#texts': 'texts', '#version': 'version' },
      ExpressionAttributeValues: {
        ':texts': texts,
        ':next': expected + 1,
        ':by': actor.membershipId,
        ':at': at,
        ...(expected === 0 ? {} : { ':expected': expected }),
      },
    };
    const outcome = await writeJournaled(client, table, { tenant: actor.tenant, actor, at, change }, [
      { name: 'version', item: { Update: update } },
    ]);
    if (outcome.written) return 'written';
    return outcome.failed.find((fact) => fact !== 'version') ?? 'moved';
  },
});
