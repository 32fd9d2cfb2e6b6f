import { BatchGetCommand, type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Key } from './keys.ts';
import { pause } from './pause.ts';

export type Item = Record<string, unknown>;
type Client = Pick<DynamoDBDocumentClient, 'send'>;

/** All items of a partition whose sort key begins with a prefix (an empty one: all), in order, read consistently. */
export const queryPrefix = async (
  client: Client,
  table: string,
  pk: string,
  prefix: string,
): Promise<Item[]> => {
  const items: Item[] = [];
  let from: Item | undefined;
  do {
    const page = await client.send(
      new QueryCommand({
        TableName: table,
        ...(prefix === ''
          ? { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } }
          : {
              KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
              ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
            }),
        ConsistentRead: true,
        ...(from ? { ExclusiveStartKey: from } : {}),
      }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  return items;
};

const batchSize = 100;
const batchAttempts = 5;

const readBatch = async (client: Client, table: string, wanted: readonly Key[]): Promise<Item[]> => {
  const found: Item[] = [];
  let pending: Item[] = wanted.map((key) => ({ ...key }));
  for (let attempt = 0; pending.length > 0; attempt += 1) {
    if (attempt === batchAttempts) throw new Error('the table did not serve a batch read');
    if (attempt > 0) await pause(attempt);
    const page = await client.send(
      new BatchGetCommand({ RequestItems: { [table]: { Keys: pending, ConsistentRead: true } } }),
    );
    found.push(...((page.Responses?.[table] ?? []) as Item[]));
    pending = (page.UnprocessedKeys?.[table]?.Keys ?? []) as Item[];
  }
  return found;
};

/** Items by key, read consistently, in the order asked for; what does not exist is left out. */
export const getAll = async (client: Client, table: string, wanted: readonly Key[]): Promise<Item[]> => {
  const unique = [...new Map(wanted.map((key) => [`${key.pk}\n${key.sk}`, key])).values()];
  const found = new Map<string, Item>();
  for (let i = 0; i < unique.length; i += batchSize)
    for (const item of await readBatch(client, table, unique.slice(i, i + batchSize)))
      found.set(`${String(item['pk'])}\n${String(item['sk'])}`, item);
  return unique.map((key) => found.get(`${key.pk}\n${key.sk}`)).filter((item) => item !== undefined);
};
