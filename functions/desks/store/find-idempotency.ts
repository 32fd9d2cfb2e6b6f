import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import { keys } from '#shared/table/keys.ts';

const item = z.object({ digest: z.string(), answer: z.string() });

export const findIdempotency = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  { tenant, membershipId, operation, key }: IdempotencyScope,
): Promise<IdempotencyRecord | undefined> => {
  const Key = keys.idempotency(tenant, membershipId, operation, key);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  return Item && item.parse(Item);
};
