import { describe, expect, it } from 'vitest';
import type { InvocationResult } from '#local/contract.ts';
import { type Discarded, deliverRecords, type RetryPolicy } from '#local/streams/deliver-records.ts';
import { makeRecord, sequences } from './make-record.ts';

const policy: RetryPolicy = { bisect: false, maxRetries: 2, maxAgeSeconds: -1, partial: true };
const ok: InvocationResult = { ok: true, payload: null };
const thrown: InvocationResult = { ok: false, errorType: 'Error', errorMessage: '', handled: true };
const failedAt = (id: string): InvocationResult => ({
  ok: true,
  payload: { batchItemFailures: [{ itemIdentifier: id }] },
});

/** Delivers records a…e; `answer` is the function. `log` is what happened, in order. */
async function deliver(
  answer: (batch: string, nth: number) => InvocationResult,
  more: Partial<RetryPolicy> = {},
  batch = [...'abcde'].map((id) => makeRecord(id)),
) {
  const log: string[] = [];
  const discarded: Discarded[] = [];
  let nth = 0;
  const finished = await deliverRecords(
    batch,
    { ...policy, ...more },
    {
      async invoke(records) {
        log.push(sequences(records));
        nth += 1;
        return answer(sequences(records), nth);
      },
      advance: (last) => log.push(`→${last.dynamodb.SequenceNumber}`),
      discard: (given) => discarded.push(given),
      pause: async (attempts) => attempts < 5,
      now: () => 100,
    },
  );
  return {
    log: log.join(' '),
    discarded: discarded.map(({ condition, attempts, records }) => ({
      condition,
      attempts,
      records: sequences(records),
    })),
    finished,
  };
}

describe('delivering a batch of the stream', () => {
  it('advances once the whole batch is done', async () => {
    expect(await deliver(() => ok)).toEqual({ log: 'abcde →e', discarded: [], finished: true });
  });

  it('goes on from the first failed record', async () => {
    const { log } = await deliver((_, nth) => (nth === 1 ? failedAt('c') : ok));
    expect(log).toBe('abcde →b cde →e');
  });

  it('tries the whole batch again when the function fails', async () => {
    expect((await deliver((_, nth) => (nth < 3 ? thrown : ok))).log).toBe('abcde abcde abcde →e');
  });

  it('discards what is left when the attempts are used up', async () => {
    const { log, discarded } = await deliver((batch) => (batch.startsWith('d') ? thrown : failedAt('d')));
    expect(log).toBe('abcde →c de de →e');
    expect(discarded).toEqual([{ condition: 'RetryAttemptsExhausted', attempts: 3, records: 'de' }]);
  });

  it('halves a failing batch until only the bad record is discarded', async () => {
    const { log, discarded } = await deliver((batch) => (batch.includes('d') ? thrown : ok), {
      bisect: true,
    });
    expect(log).toBe('abcde abc →c de d d d →d e →e');
    expect(discarded.map(({ records }) => records)).toEqual(['d']);
  });

  it('takes a list that names no record of the batch as a failure of the whole', async () => {
    const { log } = await deliver((_, nth) => (nth === 1 ? failedAt('z') : ok));
    expect(log).toBe('abcde abcde →e');
  });

  it('ignores the list where partial answers were not asked for', async () => {
    expect((await deliver(() => failedAt('c'), { partial: false })).log).toBe('abcde →e');
  });

  it('discards records that are too old, without asking the function', async () => {
    const batch = [makeRecord('a', 'a', 10), makeRecord('b', 'b', 90)];
    const { log, discarded } = await deliver(() => ok, { maxAgeSeconds: 60 }, batch);
    expect(log).toBe('→a b →b');
    expect(discarded).toEqual([{ condition: 'RecordAgeExceeded', attempts: 0, records: 'a' }]);
  });

  it('breaks off at shutdown without advancing', async () => {
    const { log, finished } = await deliver(() => thrown, { maxRetries: -1 });
    expect(finished).toBe(false);
    expect(log).not.toContain('→');
  });
});
