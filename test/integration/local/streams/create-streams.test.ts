import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { CreateTableCommand, DynamoDBClient, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { InvocationResult } from '#local/contract.ts';
import { createQueues } from '#local/queues/create-queues.ts';
import { createStreams } from '#local/streams/create-streams.ts';
import type { StreamMapping } from '#local/streams/serve-mapping.ts';
import { startDynamoLocal } from '#test/support/dynamo-local.ts';
import { fakeRuntime } from '#test/support/fake-runtime.ts';

interface StreamEvent {
  Records: {
    eventName: string;
    eventSource: string;
    dynamodb: { Keys: { sk: { S: string } }; SequenceNumber: string };
  }[];
}

const mapping: StreamMapping = {
  functionName: 'yunwangtong-cases-stream',
  batchSize: 10,
  filters: [{ eventName: ['INSERT'], dynamodb: { Keys: { sk: { S: [{ prefix: 'DEL#' }] } } } }],
  bisect: true,
  maxRetries: 1,
  maxAgeSeconds: -1,
  partial: true,
};
const ok: InvocationResult = { ok: true, payload: { batchItemFailures: [] } };

let dynamo: Awaited<ReturnType<typeof startDynamoLocal>>;
let client: DynamoDBClient;
let tables = 0;
beforeAll(async () => {
  dynamo = await startDynamoLocal();
  const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
  client = new DynamoDBClient({ endpoint: dynamo.endpoint, region: 'cn-north-1', credentials });
});
afterAll(async () => {
  client.destroy();
  await dynamo.stop();
});

async function createTable(): Promise<string> {
  tables += 1;
  const TableName = `streams-${tables}`;
  const keys = [
    ['pk', 'HASH'],
    ['sk', 'RANGE'],
  ] as const;
  await client.send(
    new CreateTableCommand({
      TableName,
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: keys.map(([AttributeName]) => ({ AttributeName, AttributeType: 'S' })),
      KeySchema: keys.map(([AttributeName, KeyType]) => ({ AttributeName, KeyType })),
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  return TableName;
}

function follow(
  tableName: string,
  answer: (event: StreamEvent) => InvocationResult = () => ok,
  { db = new DatabaseSync(':memory:'), more = {} as Partial<StreamMapping> } = {},
) {
  const seen: string[] = [];
  const context = fakeRuntime(async (_, event) => {
    const { Records } = event as StreamEvent;
    seen.push(...Records.map((record) => record.dynamodb.Keys.sk.S));
    return answer(event as StreamEvent);
  }, db);
  const source = { dynamoEndpoint: dynamo.endpoint, tableName };
  return { streams: createStreams(context, source, [{ ...mapping, ...more }]), seen, db, context };
}

const put = (TableName: string, sk: string, value = '1') =>
  client.send(
    new PutItemCommand({ TableName, Item: { pk: { S: 'T' }, sk: { S: sk }, value: { S: value } } }),
  );

async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !holds(); turn += 1) await sleep(10);
  expect(holds()).toBe(true);
}

describe('the stream of the table on DynamoDB Local', () => {
  it('brings only what the filter passes, in order', async () => {
    const table = await createTable();
    const { streams, seen } = follow(table);
    await streams.start();
    for (const sk of ['DEL#1', 'CASE#1', 'DEL#2', 'DEL#1', 'DEL#3']) await put(table, sk);
    await until(() => seen.length >= 3);
    expect(seen).toEqual(['DEL#1', 'DEL#2', 'DEL#3']);
    await streams.stop();
  });

  it('makes nothing of a put that changes nothing', async () => {
    const table = await createTable();
    const { streams, seen } = follow(table, () => ok, { more: { filters: [{ eventName: ['MODIFY'] }] } });
    await streams.start();
    await put(table, 'DEL#1');
    await put(table, 'DEL#1');
    await put(table, 'DEL#1', '2');
    await put(table, 'DEL#2');
    await put(table, 'DEL#2', '2');
    await until(() => seen.includes('DEL#2'));
    expect(seen).toEqual(['DEL#1', 'DEL#2']);
    await streams.stop();
  });

  it('goes on after a restart where it stopped, and waits while it is switched off', async () => {
    const table = await createTable();
    const first = follow(table);
    await first.streams.start();
    await put(table, 'DEL#1');
    await until(() => first.seen.length === 1);
    // The checkpoint is written when the answer is in; a page that brings nothing moves it too.
    await until(
      () =>
        first.db.prepare('SELECT 1 FROM stream_checkpoints WHERE sequence IS NOT NULL').get() !== undefined,
    );
    await first.streams.stop();
    await put(table, 'DEL#2');
    const second = follow(table, () => ok, { db: first.db });
    second.streams.setEnabled(false);
    await second.streams.start();
    await sleep(100);
    expect(second.seen).toEqual([]);
    second.streams.setEnabled(true);
    await until(() => second.seen.length === 1);
    expect(second.seen).toEqual(['DEL#2']);
    await second.streams.stop();
  });

  it('sends what fails to the failure destination and goes on', async () => {
    const table = await createTable();
    const dead = { name: 'dead', url: 'http://q/dead', arn: 'arn:dead', visibilitySeconds: 30 };
    const bad = (event: StreamEvent): InvocationResult =>
      event.Records.some((record) => record.dynamodb.Keys.sk.S === 'DEL#2')
        ? { ok: false, errorType: 'Error', errorMessage: 'no', handled: true }
        : ok;
    const { streams, seen, context } = follow(table, bad, { more: { onFailureArn: dead.arn } });
    for (const sk of ['DEL#1', 'DEL#2', 'DEL#3']) await put(table, sk);
    await streams.start();
    await until(() => seen.at(-1) === 'DEL#3');
    const { service } = createQueues(context, [dead], []);
    const { body } = await service.handle('ReceiveMessage', { QueueUrl: dead.url });
    const [message] = (body as { Messages: { Body: string }[] }).Messages;
    expect(JSON.parse(message?.Body ?? '')).toMatchObject({
      requestContext: {
        condition: 'RetryAttemptsExhausted',
        functionArn: 'arn:aws-cn:lambda:cn-north-1:000000000000:function:yunwangtong-cases-stream',
      },
      DDBStreamBatchInfo: { batchSize: 1 },
    });
    await streams.stop();
  });

  it('delivers from the oldest record again when the database does not know the checkpoint', async () => {
    const table = await createTable();
    const first = follow(table);
    await first.streams.start();
    await put(table, 'DEL#1');
    await until(
      () =>
        first.db.prepare('SELECT 1 FROM stream_checkpoints WHERE sequence IS NOT NULL').get() !== undefined,
    );
    await first.streams.stop();
    first.db.exec(`UPDATE stream_checkpoints SET sequence = '999999999999999999999'`);
    await put(table, 'DEL#2');
    const second = follow(table, () => ok, { db: first.db });
    await second.streams.start();
    await until(() => second.seen.length >= 2);
    expect(second.seen).toEqual(['DEL#1', 'DEL#2']);
    await second.streams.stop();
  });

  it('delivers twice and mixed when asked, and loses nothing', async () => {
    const table = await createTable();
    const { streams, seen } = follow(table);
    streams.setFaults({ seed: 3, duplicates: 1, shuffle: true });
    const keys = Array.from({ length: 12 }, (_, n) => `DEL#${n}`);
    for (const sk of keys) await put(table, sk);
    await streams.start();
    await until(() => seen.length >= 24 || new Set(seen).size === 12);
    expect(new Set(seen)).toEqual(new Set(keys));
    expect(seen.slice(0, 10)).not.toEqual(keys.slice(0, 10));
    await streams.stop();
  });
});
