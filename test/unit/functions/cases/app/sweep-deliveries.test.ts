import { describe, expect, it } from 'vitest';
import type {
  DeliveryStore,
  MarkerQueue,
  OverdueMarker,
  PendingDelivery,
} from '#functions/cases/app/delivery-ports.ts';
import { sweepDeliveries } from '#functions/cases/app/sweep-deliveries.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { type Correlated, correlated, joinRequest } from '#shared/log/followed-request.ts';

interface Marker extends PendingDelivery {
  readonly writtenAt: string;
}

const noticeKey = { pk: 'T#yancheng/dafeng#C#dafeng.9', sk: 'DEL#N#000003' };

/** @param notice the day of a notice that nobody clears */
const setup = (markers: readonly Marker[], notice?: string) => {
  let left = [...markers];
  let watermark: string | undefined = '2026-11-20';
  const started: string[] = [];
  const startedFor: Correlated[] = [];
  const failing = new Set<string>();
  const deliveries: DeliveryStore = {
    load: async ({ seq }) => {
      if (!left.some((marker) => marker.seq === seq)) return undefined;
      joinRequest({ correlationId: `r${seq}` });
      return { kind: 'start' };
    },
    clear: async ({ seq }) => {
      left = left.filter((marker) => marker.seq !== seq);
    },
    tokensOf: async () => [],
    addToken: async () => true,
    listOverdue: async function* (date, before) {
      yield* left
        .filter(({ writtenAt }) => shanghaiDateOf(new Date(writtenAt)) === date && writtenAt < before)
        .map((pending): OverdueMarker => ({ kind: 'delivery', pending }));
      if (notice !== undefined && date === notice) yield { kind: 'notice', key: noticeKey };
    },
    watermark: async () => watermark,
    advanceWatermark: async (date) => {
      watermark = date;
    },
  };
  const forwarded: (typeof noticeKey)[] = [];
  const notices: MarkerQueue = {
    forward: async (keys) => {
      forwarded.push(...keys);
    },
  };
  const untouched: MarkerQueue = { forward: async () => undefined };
  const machine = {
    start: async ({ caseId }: { caseId: string }) => {
      if (failing.has(caseId)) throw new Error('unreachable');
      started.push(caseId);
      startedFor.push(correlated());
    },
    tell: async () => undefined,
  };
  return {
    started,
    startedFor,
    forwarded,
    failing,
    watermark: () => watermark,
    sweepAt: (instant: string) =>
      sweepDeliveries(
        {
          deliveries,
          machine,
          queues: { notice: notices, job: untouched, effect: untouched, handOver: untouched },
        },
        { now: () => new Date(instant) },
      ),
  };
};

const marker = (seq: number, writtenAt: string): Marker => ({
  ref: { tenant: 'yancheng/dafeng', caseId: `dafeng.${seq}` },
  seq,
  writtenAt: new Date(writtenAt).toISOString(),
});

describe('the sweep', () => {
  it('leaves what the stream may still bring, and delivers what it has not brought in a minute', async () => {
    const { sweepAt, started } = setup([
      marker(1, '2026-11-22T10:00:00+08:00'),
      marker(2, '2026-11-22T10:04:30+08:00'),
    ]);
    expect(await sweepAt('2026-11-22T10:05:00+08:00')).toEqual({ delivered: 1, failed: 0, forwarded: 0 });
    expect(started).toEqual(['dafeng.1']);
  });

  it('running just after midnight does not pass the day whose last minute is not yet overdue', async () => {
    const { sweepAt, started } = setup([marker(1, '2026-11-22T23:59:40+08:00')]);
    await sweepAt('2026-11-23T00:00:20+08:00');
    await sweepAt('2026-11-23T00:05:20+08:00');
    await sweepAt('2026-11-27T00:00:00+08:00');
    expect(started).toEqual(['dafeng.1']);
  });

  it('late by days delivers everything since', async () => {
    const { sweepAt, started, watermark } = setup([
      marker(1, '2026-11-20T08:00:00+08:00'),
      marker(2, '2026-11-24T08:00:00+08:00'),
    ]);
    await sweepAt('2026-11-26T12:00:00+08:00');
    expect(started).toEqual(['dafeng.1', 'dafeng.2']);
    expect(watermark()).toBe('2026-11-26');
  });

  it('delivers each marker for the request that left it, and for no other', async () => {
    const { sweepAt, startedFor } = setup([
      marker(1, '2026-11-22T08:00:00+08:00'),
      marker(2, '2026-11-22T08:01:00+08:00'),
    ]);
    await sweepAt('2026-11-22T12:00:00+08:00');
    expect(startedFor).toEqual([{ correlationId: 'r1' }, { correlationId: 'r2' }]);
    expect(correlated()).toEqual({});
  });

  it('does not pass a day with a marker that could not be delivered, and is not held up by it', async () => {
    const { sweepAt, started, failing, watermark } = setup([
      marker(1, '2026-11-20T08:00:00+08:00'),
      marker(2, '2026-11-20T08:01:00+08:00'),
    ]);
    failing.add('dafeng.1');
    expect(await sweepAt('2026-11-22T12:00:00+08:00')).toEqual({ delivered: 1, failed: 1, forwarded: 0 });
    expect(watermark()).toBe('2026-11-20');
    failing.clear();
    await sweepAt('2026-11-22T12:05:00+08:00');
    expect(started).toEqual(['dafeng.2', 'dafeng.1']);
    expect(watermark()).toBe('2026-11-22');
  });

  it('hands notices to their own consumer, and does not pass their day until they have been cleared', async () => {
    const { sweepAt, started, forwarded, watermark } = setup(
      [marker(1, '2026-11-20T08:00:00+08:00')],
      '2026-11-20',
    );
    expect(await sweepAt('2026-11-22T12:00:00+08:00')).toEqual({ delivered: 1, failed: 0, forwarded: 1 });
    expect({ started, forwarded }).toEqual({ started: ['dafeng.1'], forwarded: [noticeKey] });
    expect(watermark()).toBe('2026-11-20');
  });
});
