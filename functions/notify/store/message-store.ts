import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { indexKeys, type Key, keys } from '#shared/table/keys.ts';
import type { InboxMessage, MessageStore } from '../app/ports.ts';

const daysKept = 365;
const stateItem = z.object({ state: z.enum(['pending', 'sent', 'inboxOnly', 'refused']) });
const contactItem = z.object({ phone: z.string() });
const textsItem = z.object({
  texts: z.record(z.string(), z.object({ title: z.string(), text: z.string() })),
});

const keyOf = ({ tenant, membershipId, id }: InboxMessage): Key => keys.message(tenant, membershipId, id);

/** Where the inbox finds a message, and until it is read the count of unread ones. A code is of no use to read again. */
const listed = ({ tenant, membershipId, event, at, id }: InboxMessage) =>
  event === 'link.code'
    ? {}
    : {
        g3pk: indexKeys.inbox(tenant, membershipId),
        g3sk: `${at}#${id}`,
        g1pk: indexKeys.unread(tenant, membershipId),
        g1sk: `${at}#${id}`,
      };

/** Inboxes, contacts and a city's texts in the single table. */
export const createMessageStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): MessageStore => {
  const get = async (Key: Key) =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  return {
    keep: async (message) => {
      const Key = keyOf(message);
      const ttl = Math.floor(Date.parse(message.at) / 1000) + daysKept * 86_400;
      const Item = { ...Key, ...message, ...listed(message), state: 'pending', ttl };
      try {
        await client.send(
          new PutCommand({ TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' }),
        );
        return 'pending';
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        return stateItem.parse(await get(Key)).state;
      }
    },

    settle: async (message, state) => {
      await client.send(
        new UpdateCommand({
          TableName: table,
          Key: keyOf(message),
          UpdateExpression: 'SET #state = :state',
          ExpressionAttributeNames: { '#state': 'state' },
          ExpressionAttributeValues: { ':state': state },
        }),
      );
    },

    contactOf: async ({ tenant, id }) => {
      const item = await get(keys.contact(tenant, id));
      return item && contactItem.parse(item).phone;
    },

    textOf: async (city, event) => {
      const item = await get(keys.messageTexts(city));
      return item && textsItem.parse(item).texts[event];
    },
  };
};
