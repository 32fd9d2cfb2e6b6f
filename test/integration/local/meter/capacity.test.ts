import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { capacityUnits, type TableLayout } from '#local/meter/capacity-units.ts';
import type { WireItem } from '#local/meter/item-bytes.ts';
import { layoutOf } from '#local/meter/meter-table.ts';
import { callDynamoLocal } from '#local/tables/call-dynamo-local.ts';
import { ensureTable } from '#local/tables/ensure-table.ts';
import { startDynamoLocal } from '#test/support/dynamo-local.ts';
import { embeddedDeployment } from '#test/support/embedded-deployment.ts';

/** DynamoDB Local is right about single operations, and only about those. */
let database: Awaited<ReturnType<typeof startDynamoLocal>>;
let layout: TableLayout;
let TableName: string;
beforeAll(async () => {
  const [started, { table }] = await Promise.all([startDynamoLocal(), embeddedDeployment()]);
  database = started;
  layout = layoutOf(table);
  TableName = table.name;
  await ensureTable(database.endpoint, table);
});
afterAll(() => database.stop());

const call = async (operation: string, body: object) => {
  const answer = await callDynamoLocal(database.endpoint, operation, {
    TableName,
    ReturnConsumedCapacity: 'TOTAL',
    ...body,
  });
  return { answer, units: (answer['ConsumedCapacity'] as { CapacityUnits: number }).CapacityUnits };
};

/** An index's two keys are always set together; of one alone DynamoDB Local counts a row that is not there. */
const indexKeys = (prefix: string) =>
  fc
    .option(fc.tuple(fc.constantFrom('a', 'b'), fc.constantFrom('a', 'b')), { nil: undefined })
    .map((pair) =>
      pair === undefined ? {} : { [`${prefix}pk`]: { S: pair[0] }, [`${prefix}sk`]: { S: pair[1] } },
    );
const attributes = fc
  .tuple(
    fc.record(
      {
        text: fc.string({ maxLength: 6_000, unit: 'grapheme' }).map((S) => ({ S })),
        number: fc.integer().map((n) => ({ N: String(n) })),
        flag: fc.boolean().map((BOOL) => ({ BOOL })),
        list: fc.array(fc.string({ maxLength: 40 }).map((S) => ({ S }))).map((L) => ({ L })),
        map: fc
          .dictionary(
            fc.string({ minLength: 1, maxLength: 9 }),
            fc.string().map((S) => ({ S })),
          )
          .map((M) => ({ M })),
      },
      { requiredKeys: [] },
    ),
    indexKeys('g1'),
    indexKeys('g2'),
  )
  .map((parts) => Object.assign({}, ...parts) as WireItem);

it('units of puts, reads and deletes are those that DynamoDB Local reports, whatever the item', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(attributes, attributes, fc.boolean(), async (one, other, consistent) => {
      count += 1;
      const Key: WireItem = { pk: { S: `p${count}` }, sk: { S: 's' } };
      const [before, after] = [one, other].map((more) => ({ ...Key, ...more }) as WireItem);
      const written = (from: WireItem | undefined, to: WireItem | undefined) =>
        capacityUnits({ kind: 'write', before: from, after: to, transactional: false }, layout).write;
      expect((await call('PutItem', { Item: before })).units).toBe(written(undefined, before));
      expect((await call('PutItem', { Item: after })).units).toBe(written(before, after));
      const read = await call('GetItem', { Key, ConsistentRead: consistent });
      expect(read.units).toBe(
        capacityUnits(
          {
            kind: 'read',
            items: [read.answer['Item'] as WireItem],
            rounded: 'each',
            missing: 0,
            consistency: consistent ? 'strong' : 'eventual',
          },
          layout,
        ).read,
      );
      expect((await call('DeleteItem', { Key })).units).toBe(written(after, undefined));
    }),
    { numRuns: 60 },
  );
});
