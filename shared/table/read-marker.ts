import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { joinRequest } from '#shared/log/followed-request.ts';
import type { Key } from './keys.ts';
import type { Item } from './read-all.ts';

const leftBy = z.object({ correlationId: z.exactOptional(z.string()) });

/** A marker, undefined when it has been carried on already. Whoever reads it works on for the request that left it. */
export const readMarker = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  { pk, sk }: Key,
): Promise<Item | undefined> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }),
  );
  if (Item) joinRequest(leftBy.parse(Item));
  return Item;
};
