import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';

type Client = Pick<DynamoDBDocumentClient, 'send'>;

const markItem = z.object({ signedOutAt: z.int() });

/** Epoch seconds of a person's last signing out everywhere; undefined when they never did. */
export const readSignOutMark = async (
  client: Client,
  table: string,
  personId: string,
): Promise<number | undefined> => {
  const Key = keys.signOutMark(personId);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item && markItem.parse(Item).signedOutAt;
};

/** @param at epoch seconds */
export const writeSignOutMark = async (
  client: Client,
  table: string,
  personId: string,
  at: number,
): Promise<void> => {
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: keys.signOutMark(personId),
      UpdateExpression: 'SET signedOutAt = :at',
      ExpressionAttributeValues: { ':at': at },
    }),
  );
};

/** Holds while the person has not signed out everywhere since the session's start (epoch milliseconds). */
export const notSignedOutSince = (
  table: string,
  personId: string,
  startedAt: number,
): NamedWrite<'notSignedOut'> => ({
  name: 'notSignedOut',
  item: {
    ConditionCheck: {
      TableName: table,
      Key: keys.signOutMark(personId),
      ConditionExpression: 'attribute_not_exists(pk) OR signedOutAt <= :started',
      ExpressionAttributeValues: { ':started': Math.floor(startedAt / 1000) },
    },
  },
});
