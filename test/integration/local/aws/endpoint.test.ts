import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  DynamoDBClient,
  ExecuteStatementCommand,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { AssumeRoleCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEndpoint } from '#local/aws/create-endpoint.ts';
import { createDynamoProxy } from '#local/aws/dynamodb/create-dynamo-proxy.ts';
import { readPolicyDocument } from '#local/aws/policy/read-policy-document.ts';
import { type Credentials, issueCredentials, PrincipalDirectory } from '#local/aws/principals.ts';
import { createSts } from '#local/aws/sts/create-sts.ts';
import { FaultPlan } from '#local/faults/fault-plan.ts';
import { ensureTable } from '#local/tables/ensure-table.ts';
import { tableKind } from '#local/template/resources/table.ts';
import { startDynamoLocal } from '#test/support/dynamo-local.ts';

const account = '000000000000';
const partition = 'aws-cn';
const region = 'cn-north-1';
const role = (name: string) => `arn:${partition}:iam::${account}:role/${name}`;
const tag = (name: string) => `\${aws:PrincipalTag/${name}}`;
const policy = (...Statement: object[]) => readPolicyDocument({ Version: '2012-10-17', Statement }, 'test');
const TableName = 'fenced';
const text = (name: string) => ({ AttributeName: name, AttributeType: 'S' });
const keys = (hash: string, range: string) => [
  { AttributeName: hash, KeyType: 'HASH' },
  { AttributeName: range, KeyType: 'RANGE' },
];
const table = {
  name: TableName,
  arn: `arn:${partition}:dynamodb:${region}:${account}:table/${TableName}`,
  properties: tableKind.properties.parse({
    AttributeDefinitions: ['pk', 'sk', 'g1pk', 'g1sk'].map(text),
    KeySchema: keys('pk', 'sk'),
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: [
      { IndexName: 'worklist', KeySchema: keys('g1pk', 'g1sk'), Projection: { ProjectionType: 'KEYS_ONLY' } },
    ],
  }),
};
const ownKeys = {
  'ForAllValues:StringLike': { 'dynamodb:LeadingKeys': [`T#${tag('city')}/${tag('county')}#*`] },
  Null: { 'dynamodb:LeadingKeys': 'false' },
};
const countyRole = {
  name: 'county',
  arn: role('county'),
  maxSessionSeconds: 3600,
  trust: policy({
    Effect: 'Allow',
    Principal: { AWS: `arn:${partition}:iam::${account}:root` },
    Action: ['sts:AssumeRole', 'sts:TagSession'],
    Condition: { ArnEquals: { 'aws:PrincipalArn': role('cases') } },
  }),
  statements: policy({
    Effect: 'Allow',
    Action: ['dynamodb:GetItem', 'dynamodb:PutItem', 'dynamodb:Query', 'dynamodb:ConditionCheckItem'],
    Resource: [table.arn, `${table.arn}/index/worklist`],
    Condition: ownKeys,
  }),
};

const plan = new FaultPlan();
const principals = new PrincipalDirectory();
let database: Awaited<ReturnType<typeof startDynamoLocal>>;
let server: Server;
let endpoint: string;

/** Credentials of a function under an execution role with these statements. */
function functionUnder(name: string, ...statements: object[]): Credentials {
  const credentials = issueCredentials();
  principals.add(credentials, {
    arn: `arn:${partition}:sts::${account}:assumed-role/${name}/${name}`,
    roleArn: role(name),
    statements: policy(...statements),
    tags: {},
    administrator: false,
  });
  return credentials;
}

const mayAssume = { Effect: 'Allow', Action: ['sts:AssumeRole', 'sts:TagSession'], Resource: countyRole.arn };
const clientOf = (credentials: Credentials) =>
  new DynamoDBClient({ endpoint, region, credentials, maxAttempts: 1 });

async function assumeCounty(caller: Credentials, tags: Record<string, string>): Promise<Credentials> {
  const sts = new STSClient({ endpoint, region, credentials: caller, maxAttempts: 1 });
  const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  const { Credentials: given } = await sts.send(
    new AssumeRoleCommand({ RoleArn: countyRole.arn, RoleSessionName: 'test', Tags }),
  );
  return {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
}

const county = async (name: string) =>
  clientOf(await assumeCounty(functionUnder('cases', mayAssume), { city: 'yancheng', county: name }));

const item = (pk: string, sk: string) => ({
  pk: { S: pk },
  sk: { S: sk },
  g1pk: { S: pk },
  g1sk: { S: sk },
});
const put = (pk: string, sk: string) => new PutItemCommand({ TableName, Item: item(pk, sk) });
const worklist = (pk: string) =>
  new QueryCommand({
    TableName,
    IndexName: 'worklist',
    KeyConditionExpression: 'g1pk = :p',
    ExpressionAttributeValues: { ':p': { S: pk } },
  });
const own = 'T#yancheng/dafeng#C';
const foreign = 'T#yancheng/dongtai#C';

beforeAll(async () => {
  database = await startDynamoLocal();
  await ensureTable(database.endpoint, table);
  server = createServer(
    createEndpoint({
      principals,
      dynamo: createDynamoProxy({ table, endpoint: async () => database.endpoint, plan }),
      sts: createSts({ account, partition, roles: [countyRole], principals }),
      services: [],
      s3: async () => false,
      log: () => {},
    }),
  );
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.close().closeAllConnections();
  await database.stop();
});
beforeEach(() => plan.set({}));

describe('a county behind the proxy', () => {
  it('writes, reads and queries its own keys', async () => {
    const client = await county('dafeng');
    await client.send(put(own, '1'));
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: { pk: { S: own }, sk: { S: '1' } } }),
    );
    expect(Item).toEqual(item(own, '1'));
    expect((await client.send(worklist(own))).Count).toBe(1);
  });

  it.each([
    ['put', put(foreign, '1')],
    ['get', new GetItemCommand({ TableName, Key: { pk: { S: foreign }, sk: { S: '1' } } })],
    ['index query', worklist(foreign)],
    ['scan', new ScanCommand({ TableName })],
    ['PartiQL', new ExecuteStatementCommand({ Statement: `SELECT * FROM "${TableName}"` })],
    [
      'transaction with one foreign part',
      new TransactWriteItemsCommand({
        TransactItems: [
          { Put: { TableName, Item: item(own, 'mixed') } },
          {
            ConditionCheck: {
              TableName,
              Key: { pk: { S: foreign }, sk: { S: '1' } },
              ConditionExpression: 'attribute_exists(pk)',
            },
          },
        ],
      }),
    ],
  ])('is refused a foreign %s in AWS’s words', async (_case, command) => {
    const client = await county('dafeng');
    const sent = client.send(command as GetItemCommand);
    await expect(sent).rejects.toMatchObject({ name: 'AccessDeniedException' });
    await expect(sent).rejects.toThrow(
      /^User: arn:aws-cn:sts::0+:assumed-role\/county\/test is not authorized to perform: dynamodb:\w+ on resource/,
    );
  });
});

describe('AssumeRole', () => {
  const tags = { city: 'yancheng', county: 'dafeng' };
  it.each([
    ['a role that the trust does not name', 'other', mayAssume],
    ['a role whose own policies do not allow it', 'cases', { ...mayAssume, Resource: role('x') }],
    ['a role that may assume but not tag', 'cases', { ...mayAssume, Action: 'sts:AssumeRole' }],
  ])('refuses %s', async (_case, name, statement) => {
    await expect(assumeCounty(functionUnder(name, statement), tags)).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  it('refuses a tag value with a wildcard', async () => {
    const caller = functionUnder('cases', mayAssume);
    await expect(assumeCounty(caller, { ...tags, county: '*' })).rejects.toThrow('Session tag county');
  });

  it('gives a session without tags no key at all', async () => {
    const client = clientOf(await assumeCounty(functionUnder('cases', mayAssume), {}));
    await expect(client.send(put('T#/#C', '1'))).rejects.toMatchObject({ name: 'AccessDeniedException' });
  });

  it('says who calls', async () => {
    const credentials = functionUnder('cases', mayAssume);
    const { Arn } = await new STSClient({ endpoint, region, credentials }).send(
      new GetCallerIdentityCommand({}),
    );
    expect(Arn).toBe(`arn:${partition}:sts::${account}:assumed-role/cases/cases`);
  });
});

describe('callers that are not known', () => {
  const stranger = { accessKeyId: 'AKIASTRANGER', secretAccessKey: 'x', sessionToken: 'x' };
  it('are refused by key', async () => {
    await expect(clientOf(stranger).send(worklist(own))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });
  it('are refused with the wrong session token', async () => {
    const credentials = { ...functionUnder('cases'), sessionToken: 'forged' };
    await expect(clientOf(credentials).send(worklist(own))).rejects.toMatchObject({
      name: 'UnrecognizedClientException',
    });
  });
});

it('refuses a service that is not simulated, by name', async () => {
  const { accessKeyId, sessionToken } = functionUnder('cases');
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: {
      authorization: `AWS4-HMAC-SHA256 Credential=${accessKeyId}/x`,
      'x-amz-security-token': sessionToken,
      'x-amz-target': 'AmazonSNS.Publish',
    },
  });
  expect(response.status).toBe(400);
  expect(await response.text()).toContain('AmazonSNS.Publish is not supported');
});

describe('faults on purpose', () => {
  it('refuse a transaction because of another one, writing nothing', async () => {
    const client = await county('dafeng');
    plan.set({ transactionConflictRate: 1 });
    const transaction = new TransactWriteItemsCommand({
      TransactItems: [
        { Put: { TableName, Item: item(own, 'conflict') } },
        { Put: { TableName, Item: item(own, 'b') } },
      ],
    });
    await expect(client.send(transaction)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
      CancellationReasons: [{ Code: 'TransactionConflict' }, { Code: 'None' }],
    });
    await expect(client.send(put(own, 'c'))).rejects.toMatchObject({ name: 'TransactionConflictException' });
    const { Item } = await client.send(
      new GetItemCommand({ TableName, Key: { pk: { S: own }, sk: { S: 'conflict' } } }),
    );
    expect(Item).toBeUndefined();
  });

  it('hide what was just written from an index, and only from there', async () => {
    const client = await county('sheyang');
    const pk = 'T#yancheng/sheyang#C';
    plan.set({ staleIndexRate: 1, staleForMs: 60_000 });
    await client.send(put(pk, 'new'));
    expect(await client.send(worklist(pk))).toMatchObject({ Count: 0, ScannedCount: 0, Items: [] });
    plan.set({});
    expect((await client.send(worklist(pk))).Count).toBe(1);
  });

  it('come in the same order from the same seed', () => {
    const draw = () => {
      plan.set({ seed: 7, staleIndexRate: 0.5 });
      return Array.from({ length: 20 }, () => plan.hits('staleIndexRate'));
    };
    expect(draw()).toEqual(draw());
    expect(new Set(draw()).size).toBe(2);
  });
});
