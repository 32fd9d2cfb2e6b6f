import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { indexKeys, keys } from '#shared/table/keys.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import { getAll } from '#shared/table/read-all.ts';
import type { InboxStore } from '../app/inbox-ports.ts';

const messageItem = z.object({
  id: z.string(),
  event: z.string(),
  title: z.string(),
  text: z.string(),
  caseId: z.string(),
  page: z.exactOptional(z.string()),
  at: z.string(),
  readAt: z.exactOptional(z.string()),
});

/** Positions are `<instant>#<id>`; an id may hold `#` itself. */
const idAt = (position: string): string => position.slice(position.indexOf('#') + 1);

/** Inboxes in the single table, through a client fenced to the person's tenant. */
export const createInboxStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): InboxStore => ({
  list: async ({ tenant, membershipId }, before, limit) => {
    const rows = await queryIndex(client, table, 'lookup', indexKeys.inbox(tenant, membershipId), {
      limit,
      after: before,
      newestFirst: true,
    });
    const items = await getAll(
      client,
      table,
      rows.map(({ key }) => key),
    );
    return items
      .map((item) => messageItem.parse(item))
      .map((message) => ({ ...message, position: `${message.at}#${message.id}` }));
  },

  listUnread: async ({ tenant, membershipId }, limit) => {
    const rows = await queryIndex(client, table, 'worklist', indexKeys.unread(tenant, membershipId), {
      limit,
    });
    return rows.map(({ position }) => idAt(position));
  },

  markRead: async ({ tenant, membershipId }, id, at) => {
    const update = new UpdateCommand({
      TableName: table,
      Key: keys.message(tenant, membershipId, id),
      UpdateExpression: 'SET readAt = :at REMOVE g1pk, g1sk',
      ConditionExpression: 'attribute_exists(g1pk)',
      ExpressionAttributeValues: { ':at': at },
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
