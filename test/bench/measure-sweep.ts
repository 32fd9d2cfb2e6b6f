import { BatchWriteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ulid } from 'ulid';
import type { Obligation } from '#functions/obligations/domain/obligation-state.ts';
import { obligationPartition, obligationShape } from '#functions/obligations/store/obligation-shape.ts';
import { addDays, shanghaiDateOf, shanghaiInstant } from '#shared/kernel/local-date.ts';
import type { RunningSystem } from '#test/support/runtime.ts';
import { openChargeBook } from './charge-book.ts';
import { tableClientOf } from './table-client.ts';

/** One run of the sweep while so many obligations have a reminder to come. */
export interface SweepAtSize {
  readonly open: number;
  /** Whose reminder has come. */
  readonly due: number;
  readonly read: number;
  readonly write: number;
  /** Requests to the table. */
  readonly requests: number;
  readonly ms: number;
}

const dueAtOnce = 20;
const batchSize = 25;
const lanes = 4;
const tenant = 'yancheng/jianhu';
/** Spread over so many days to come. */
const spread = 60;

/** An obligation whose next reminder comes on a day. */
const obligationOn = (day: string, today: string): Obligation => {
  const dueOn = addDays(day, -4);
  const caseId = `jianhu.${ulid()}`;
  return {
    tenant,
    obligationId: `${caseId}-b1-goLive`,
    kind: 'goLive',
    ruleVersion: 'yancheng-2026-04-27',
    systemId: caseId,
    systemName: '某业务平台',
    organisation: { id: 'jianhu-health', name: '建湖县卫健委' },
    orderId: caseId,
    batch: 1,
    turn: 1,
    from: addDays(today, -spread),
    openedAt: shanghaiInstant(addDays(today, -spread), '09:00').toISOString(),
    due: { dueOn, provisional: false, calendarVersion: '0' },
    fixed: { until: dueOn, on: addDays(today, -spread) },
    pauses: [],
    nextReminder: { day: 1, at: shanghaiInstant(day, '00:00').toISOString() },
    moves: [],
  };
};

const itemOf = (obligation: Obligation) => {
  const shape = obligationShape();
  const ref = { tenant, obligationId: obligation.obligationId } as const;
  return {
    ...shape.split(obligation).header,
    ...shape.rowsOf(ref, obligation),
    pk: obligationPartition(ref),
    sk: 'A#HEADER',
    aggregateVersion: 1,
    head: { seq: 1, hash: '0'.repeat(64) },
    salt: 'salt',
  };
};

const writeAll = async (
  client: DynamoDBDocumentClient,
  table: string,
  obligations: Obligation[],
): Promise<void> => {
  const lane = async (): Promise<void> => {
    for (
      let some = obligations.splice(0, batchSize);
      some.length > 0;
      some = obligations.splice(0, batchSize)
    )
      await client.send(
        new BatchWriteCommand({
          RequestItems: { [table]: some.map((one) => ({ PutRequest: { Item: itemOf(one) } })) },
        }),
      );
  };
  await Promise.all(Array.from({ length: lanes }, lane));
};

/**
 * The sweep while ever more obligations are open, of which the same few have to be reminded of. Streams are off from then
 * on.
 */
export const measureSweep = async (
  running: Pick<RunningSystem, 'control' | 'dataDir' | 'system'>,
  sizes: readonly number[],
): Promise<readonly SweepAtSize[]> => {
  const { client, close } = tableClientOf(running);
  const today = shanghaiDateOf(new Date());
  const sweep = () => running.control('schedules/run', { rule: 'yunwangtong-cases-sweep' });
  const measured: SweepAtSize[] = [];
  let open = 0;
  // Its watermark comes to today; nobody is told of what is made here.
  await sweep();
  await running.control('streams', { enabled: false });
  for (const size of sizes) {
    const later = Array.from({ length: size - open - dueAtOnce }, (_, index) =>
      obligationOn(addDays(today, 2 + (index % spread)), today),
    );
    const now = Array.from({ length: dueAtOnce }, () => obligationOn(today, today));
    await writeAll(client, running.system.tableName, later);
    // Carries what the last size left to be told, which no stream does now.
    await sweep();
    await writeAll(client, running.system.tableName, now);
    open = size;
    const book = await openChargeBook(running.control);
    const started = performance.now();
    let ms = 0;
    await book.record('清扫', async () => {
      await sweep();
      ms = performance.now() - started;
    });
    await book.close();
    const table = (book.entries[0]?.charges ?? []).filter((charge) => charge.kind === 'table');
    const sum = (unit: 'read' | 'write') => table.reduce((total, charge) => total + charge[unit], 0);
    measured.push({
      open: size,
      due: dueAtOnce,
      read: sum('read'),
      write: sum('write'),
      requests: table.length,
      ms,
    });
  }
  close();
  return measured;
};
