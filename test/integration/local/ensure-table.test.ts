import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callDynamoLocal } from '#local/tables/call-dynamo-local.ts';
import { ensureTable } from '#local/tables/ensure-table.ts';
import { tableKind } from '#local/template/resources/table.ts';
import { startDynamoLocal } from '#test/support/dynamo-local.ts';

let database: Awaited<ReturnType<typeof startDynamoLocal>>;
beforeAll(async () => {
  database = await startDynamoLocal();
});
afterAll(() => database.stop());

const key = (name: string) => [{ AttributeName: name, KeyType: 'HASH' }];
const template = (name: string, more: object = {}) => ({
  name,
  arn: '',
  properties: tableKind.properties.parse({
    AttributeDefinitions: ['pk', 'g'].map((AttributeName) => ({ AttributeName, AttributeType: 'S' })),
    KeySchema: key('pk'),
    BillingMode: 'PAY_PER_REQUEST',
    GlobalSecondaryIndexes: [
      { IndexName: 'index', KeySchema: key('g'), Projection: { ProjectionType: 'KEYS_ONLY' } },
    ],
    StreamSpecification: { StreamViewType: 'NEW_AND_OLD_IMAGES' },
    TimeToLiveSpecification: { AttributeName: 'ttl', Enabled: true },
    DeletionProtectionEnabled: true,
    PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
    ...more,
  }),
});

describe('the table of the template', () => {
  it('is created with stream, time to live and deletion protection', async () => {
    expect(await ensureTable(database.endpoint, template('created'))).toBe(true);
    const asked = { TableName: 'created' };
    const { Table } = await callDynamoLocal(database.endpoint, 'DescribeTable', asked);
    expect(Table).toMatchObject({
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
      DeletionProtectionEnabled: true,
    });
    const { TimeToLiveDescription } = await callDynamoLocal(database.endpoint, 'DescribeTimeToLive', asked);
    expect(TimeToLiveDescription).toEqual({ AttributeName: 'ttl', TimeToLiveStatus: 'ENABLED' });
  });

  it('that exists already and is the same is left alone', async () => {
    await ensureTable(database.endpoint, template('same'));
    expect(await ensureTable(database.endpoint, template('same'))).toBe(false);
  });

  it.each([
    ['another key', { KeySchema: key('g') }, '主键应为 g HASH，实为 pk HASH'],
    ['another index', { GlobalSecondaryIndexes: [] }, '索引应为 ，实为 index(g HASH, KEYS_ONLY)'],
    ['another stream', { StreamSpecification: undefined }, '流应为 无，实为 NEW_AND_OLD_IMAGES'],
  ])('that exists with %s stops the start and says how', async (what, more, words) => {
    const name = `drifted-${what.replaceAll(' ', '-')}`;
    await ensureTable(database.endpoint, template(name));
    await expect(ensureTable(database.endpoint, template(name, more))).rejects.toThrow(words);
  });
});
