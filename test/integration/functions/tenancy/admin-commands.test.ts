import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, paginateScan } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ensureTable } from '#local/tables/ensure-table.ts';
import { keys } from '#shared/table/keys.ts';
import { cities } from '#shared/tenancy/cities.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { startDynamoLocal } from '#test/support/dynamo-local.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

const credentials = { AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test', AWS_REGION: 'cn-north-1' };
let database: Awaited<ReturnType<typeof startDynamoLocal>>;
let table: string;
let client: DynamoDBDocumentClient;

/** A bare endpoint with the table of the template, as another installation's first minute. */
beforeAll(async () => {
  const [started, app] = await Promise.all([startDynamoLocal(), synthesizedApp()]);
  database = started;
  const spec = app.deployment().table;
  table = spec.name;
  await ensureTable(database.endpoint, spec);
  client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: database.endpoint,
      region: 'cn-north-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
  );
});
afterAll(async () => {
  client.destroy();
  await database.stop();
});

/** `npm run admin -- …` with nothing in its environment but what the deploy contract names. */
const admin = (...args: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    const env = { ...credentials, AWS_ENDPOINT_URL: database.endpoint, TABLE_NAME: table };
    execFile(process.execPath, ['functions/tenancy/admin/main.ts', ...args], { env }, (error, out, err) =>
      resolve({ code: Number(error?.code ?? 0), output: out + err }),
    );
  });

const count = async (): Promise<number> => {
  let total = 0;
  for await (const { Count } of paginateScan({ client }, { TableName: table, Select: 'COUNT' }))
    total += Count ?? 0;
  return total;
};
const has = async (key: { pk: string; sk: string }) =>
  (await client.send(new GetCommand({ TableName: table, Key: key }))).Item !== undefined;

/** A provider under a contract of the demonstration, and a department that nobody has entered. */
const demonstrated = [
  keys.organisation('yancheng/_city', 'yancheng-provider'),
  keys.organisation('yancheng/dafeng', 'dafeng-health'),
];

describe('the first commands of an installation, on any endpoint', () => {
  it('bootstrap makes the cities and their counties, once', async () => {
    const first = await admin('bootstrap');
    expect(first.code, first.output).toBe(0);
    for (const { id } of cities) expect(await has(keys.tenantNode(`${id}/_city`))).toBe(true);
    expect(await has(keys.tenantNode('yancheng/dafeng'))).toBe(true);
    expect(await has(keys.organisation('yancheng/dafeng', 'dafeng-authority'))).toBe(true);
    for (const invented of demonstrated) expect(await has(invented)).toBe(false);
    const before = await count();
    expect((await admin('bootstrap')).output).toContain('写入 0 项');
    expect(await count()).toBe(before);
  });

  it('seed-demo adds the demo people with what they may do, once', async () => {
    const first = await admin('seed-demo');
    expect(first.code, first.output).toBe(0);
    for (const { tenant, user } of demoPeople) expect(await has(keys.membership(tenant, user))).toBe(true);
    for (const invented of demonstrated) expect(await has(invented)).toBe(true);
    const before = await count();
    expect((await admin('seed-demo')).output).toContain('写入 0 项');
    expect(await count()).toBe(before);
  });

  it('webhook has a provider’s program told on a listed host alone, with a secret that is none to be guessed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'webhook-'));
    const put = async (settings: object) => {
      const file = join(folder, 'webhook.json');
      writeFileSync(file, JSON.stringify(settings));
      return admin('webhook', 'yancheng', 'yancheng-provider', file);
    };
    const secret = 's'.repeat(32);
    expect((await put({ url: 'https://elsewhere.example.cn/hook', secret })).output).toContain(
      '不在允许访问',
    );
    const message = { url: 'https://cloud.example.cn/message', secret };
    const channels = join(folder, 'channels.json');
    writeFileSync(channels, JSON.stringify({ hosts: [{ host: 'cloud.example.cn' }], message }));
    expect((await admin('channels', 'yancheng', channels)).code).toBe(0);
    for (const wrong of [
      { url: 'http://cloud.example.cn/', secret },
      { url: 'https://cloud.example.cn/', secret: 'short' },
    ])
      expect((await put(wrong)).code).not.toBe(0);
    expect(await has(keys.providerWebhook('yancheng-provider'))).toBe(false);
    expect((await put({ url: 'https://cloud.example.cn/hook', secret })).output).toContain(
      'cloud.example.cn',
    );
    expect(await has(keys.providerWebhook('yancheng-provider'))).toBe(true);
    rmSync(folder, { recursive: true });
  });

  it('a command that is not known says which are, and changes nothing', async () => {
    const told = await admin('nothing');
    expect(told.code).toBe(2);
    expect(told.output).toContain('bootstrap | seed-demo');
    const queue = await admin('redrive', 'yunwangtong-notify');
    expect(queue.code).not.toBe(0);
    expect(queue.output).toContain('不是死信队列');
  });
});
