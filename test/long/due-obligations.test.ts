import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sweepObligations } from '#functions/obligations/app/sweep-obligations.ts';
import { openObligation } from '#functions/obligations/domain/open-obligation.ts';
import { createDueObligations } from '#functions/obligations/store/due-obligations.ts';
import { obligationPartition, obligationShape } from '#functions/obligations/store/obligation-shape.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { startSingleTable } from '#test/support/single-table.ts';

let table: Awaited<ReturnType<typeof startSingleTable>>;
beforeAll(async () => {
  table = await startSingleTable();
  table.client.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      if ((args.input as { IndexName?: string }).IndexName === 'due') {
        counts.queries += 1;
        counts.rows += (answer.output as { Items?: unknown[] }).Items?.length ?? 0;
      }
      return answer;
    },
    { step: 'initialize' },
  );
});
afterAll(() => table.stop());

const tenant = 'yancheng/dafeng' as const;
const ruleVersion = 'yancheng-2026-04-27';
const reckoning = {
  rules: obligationsOf({ ruleVersion }),
  calendar: createWorkingCalendar(undefined, tenant),
  now: '2026-07-06T02:00:00.000Z',
};
const shape = obligationShape();

/** The header of an obligation to deploy, as its opening writes it. */
const header = (serial: number, openedOn: string) => {
  const systemId = `dafeng.${String(serial).padStart(26, '0')}`;
  const ref = { tenant, obligationId: `${systemId}-b1-deploy` };
  const [event] = openObligation(
    undefined,
    { obligationId: ref.obligationId, kind: 'deploy', from: openedOn, turn: 1 },
    {
      tenant,
      systemId,
      orderId: systemId,
      batch: 1,
      systemName: '平台',
      organisation: { id: 'dafeng-health', name: '大丰区卫健委' },
      ruleVersion,
    },
    reckoning,
  );
  if (!event) throw new Error('nothing was opened');
  return {
    ...shape.split(event.obligation).header,
    ...shape.rowsOf(ref, event.obligation),
    pk: obligationPartition(ref),
    sk: 'A#HEADER',
    aggregateVersion: 1,
    head: { seq: 1, hash: '' },
    salt: 'salt',
  };
};

const putAll = async (from: number, count: number, openedOn: string) => {
  for (let at = 0; at < count; at += 25)
    await table.client.send(
      new BatchWriteCommand({
        RequestItems: {
          [table.name]: Array.from({ length: Math.min(25, count - at) }, (_, index) => ({
            PutRequest: { Item: header(from + at + index, openedOn) },
          })),
        },
      }),
    );
};

/** What the due index was asked, and the rows that it gave. */
const counts = { rows: 0, queries: 0 };

const sweepAt = async (now: string, mostSome = Number.POSITIVE_INFINITY) => {
  counts.rows = 0;
  counts.queries = 0;
  let asked = 0;
  const done = await sweepObligations({
    obligations: createAggregateStore(table.client, table.name, shape),
    due: createDueObligations(table.client, table.name),
    references: { calendarOverlay: async () => ({ version: '0', days: [] }) },
    clock: { now: () => new Date(now) },
    newSalt: () => 'salt',
    mustStop: () => {
      asked += 1;
      return asked > mostSome;
    },
  });
  return { ...done, ...counts };
};

it('reads what is due and nothing else, goes on where it stopped, and finds nothing the second time', async () => {
  // 40 whose first reminder comes on 2026-07-22, among 600 whose time comes a week later.
  await putAll(1, 40, '2026-07-06');
  await putAll(1_000, 600, '2026-07-13');
  const early = await sweepAt('2026-07-22T00:59:00.000Z');
  expect(early).toMatchObject({ lookedAt: 0, rows: 0, failed: 0 });
  const stopped = await sweepAt('2026-07-22T01:00:00.000Z', 5);
  expect(stopped.lookedAt).toBeGreaterThan(0);
  expect(stopped.lookedAt).toBeLessThan(40);
  const rest = await sweepAt('2026-07-22T01:05:00.000Z');
  expect(rest).toMatchObject({ lookedAt: 40 - stopped.lookedAt, rows: 40 - stopped.lookedAt, failed: 0 });
  expect(await sweepAt('2026-07-22T01:10:00.000Z')).toMatchObject({ lookedAt: 0, rows: 0 });
});

it('late by days gives each its newest reminder only, and loses none', async () => {
  const late = await sweepAt('2026-07-30T03:00:00.000Z');
  expect(late).toMatchObject({ lookedAt: 640, failed: 0 });
  expect(await sweepAt('2026-07-30T03:05:00.000Z')).toMatchObject({ lookedAt: 0, rows: 0 });
  const store = createAggregateStore(table.client, table.name, shape);
  const first = await store.load({ tenant, obligationId: `dafeng.${'1'.padStart(26, '0')}-b1-deploy` });
  expect(first?.version).toBe(3);
  expect(first?.state).toMatchObject({ reminded: { day: 3, escalated: true } });
});
