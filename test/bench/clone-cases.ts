import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ulid } from 'ulid';
import type { WireItem } from '#local/meter/item-bytes.ts';
import { callDynamoLocal } from '#local/tables/call-dynamo-local.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { keys } from '#shared/table/keys.ts';
import type { RunningSystem } from '#test/support/runtime.ts';

/** A case as the store wrote it, to be copied under other ids. */
export interface Model {
  readonly caseId: string;
  readonly items: readonly WireItem[];
}

const batchSize = 25;
const lanes = 4;

const endpointOf = (dataDir: string): string => {
  const { port } = JSON.parse(readFileSync(join(dataDir, 'dynamodb-local.json'), 'utf8')) as { port: number };
  return `http://127.0.0.1:${port}`;
};

/** Every item of a case's partition, past the policies. */
export const readModel = async (
  { dataDir, system }: Pick<RunningSystem, 'dataDir' | 'system'>,
  tenant: TenantId,
  caseId: string,
): Promise<Model> => {
  const answer = await callDynamoLocal(endpointOf(dataDir), 'Query', {
    TableName: system.tableName,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': { S: keys.casePartition(tenant, caseId) } },
    ConsistentRead: true,
  });
  return { caseId, items: answer['Items'] as WireItem[] };
};

/** The part of a case that lists and queues see: its header and its open task. */
export const listedPart = ({ caseId, items }: Model): Model => ({
  caseId,
  items: items.filter(
    ({ sk, g1pk }) =>
      sk?.['S'] === 'A#HEADER' || (String(sk?.['S']).startsWith('A#TASK#') && g1pk !== undefined),
  ),
});

/** Writes so many copies of a case straight into the database. @returns their ids */
export const cloneCases = async (
  { dataDir, system }: Pick<RunningSystem, 'dataDir' | 'system'>,
  model: Model,
  count: number,
): Promise<readonly string[]> => {
  const endpoint = endpointOf(dataDir);
  const text = JSON.stringify(model.items);
  const [county] = model.caseId.split('.');
  const ids: string[] = [];
  const put = (items: readonly WireItem[]) =>
    callDynamoLocal(endpoint, 'BatchWriteItem', {
      RequestItems: { [system.tableName]: items.map((Item) => ({ PutRequest: { Item } })) },
    });
  const copy = (): readonly WireItem[] => {
    const id = `${county}.${ulid()}`;
    ids.push(id);
    return JSON.parse(text.replaceAll(model.caseId, id)) as WireItem[];
  };
  const lane = async (): Promise<void> => {
    let waiting: WireItem[] = [];
    while (ids.length < count) {
      waiting.push(...copy());
      while (waiting.length >= batchSize) await put(waiting.splice(0, batchSize));
    }
    if (waiting.length > 0) await put(waiting);
    waiting = [];
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return ids;
};

/** Takes the copies of a case away again. */
export const removeClones = async (
  { dataDir, system }: Pick<RunningSystem, 'dataDir' | 'system'>,
  { caseId, items }: Model,
  ids: readonly string[],
): Promise<void> => {
  const endpoint = endpointOf(dataDir);
  const keysOf = (id: string) =>
    items.map(({ pk, sk }) => ({ pk: { S: String(pk?.['S']).replace(caseId, id) }, sk }));
  const waiting = ids.flatMap(keysOf);
  while (waiting.length > 0)
    await callDynamoLocal(endpoint, 'BatchWriteItem', {
      RequestItems: {
        [system.tableName]: waiting.splice(0, batchSize).map((Key) => ({ DeleteRequest: { Key } })),
      },
    });
};
