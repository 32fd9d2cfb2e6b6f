import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settled } from '#test/support/fake-runtime.ts';
import { bodies, dead, failing, failure, ok, queue, setupQueues } from './setup-queues.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a queue with a mapping', () => {
  it('brings what waits to the function, in batches, and deletes what is done', async () => {
    const { queues, events, counts, send } = setupQueues(() => ok());
    for (let n = 1; n <= 12; n += 1) await send(`${n}`);
    await queues.start();
    await settled();
    expect(bodies(events).map(({ length }) => length)).toEqual([10, 2]);
    expect(await counts(queue.url)).toEqual([0, 0]);
    expect(events[0]?.Records[0]).toMatchObject({
      body: '1',
      md5OfBody: 'c4ca4238a0b923820dcc509a6f75849b',
      eventSource: 'aws:sqs',
      eventSourceARN: queue.arn,
      attributes: { ApproximateReceiveCount: '1' },
    });
  });

  it('is woken by a message that is sent later', async () => {
    const { queues, events, send } = setupQueues(() => ok());
    await queues.start();
    await settled();
    await send('later');
    await settled();
    expect(bodies(events)).toEqual([['later']]);
  });

  it('brings back only the failed message when its visibility is over, at last to the dead letters', async () => {
    const { queues, events, counts, send, call } = setupQueues(failing('bad'));
    for (const body of ['good', 'bad', 'fine']) await send(body);
    await queues.start();
    await settled();
    expect(await counts(queue.url)).toEqual([0, 1]);
    for (let turn = 0; turn < 3; turn += 1) {
      await vi.advanceTimersByTimeAsync(30_000);
      await settled();
    }
    expect(bodies(events)).toEqual([['good', 'bad', 'fine'], ['bad'], ['bad']]);
    expect(await counts(queue.url)).toEqual([0, 0]);
    const { body } = await call<{ Messages: { Body: string }[] }>('ReceiveMessage', { QueueUrl: dead.url });
    expect(body.Messages.map(({ Body }) => Body)).toEqual(['bad']);
  });

  it('delivers again what is in hand for long, and what is done with when that is disturbed', async () => {
    const { queues, events, send } = setupQueues((_, nth) => (nth === 1 ? failure : ok()));
    await send('one');
    await queues.start();
    await settled();
    queues.redeliver(1_000);
    await settled();
    expect(bodies(events)).toEqual([['one']]);
    await vi.advanceTimersByTimeAsync(2_000);
    queues.redeliver(1_000);
    await settled();
    expect(bodies(events)).toEqual([['one'], ['one']]);
    queues.setFaults({ seed: 1, duplicates: 1, shuffle: true });
    for (const body of ['two', 'three', 'four']) await send(body);
    await settled();
    expect(bodies(events).length).toBeGreaterThan(5);
    expect(new Set(bodies(events).flat())).toEqual(new Set(['one', 'two', 'three', 'four']));
  });

  it.each([
    ['the function fails', () => failure],
    ['its answer cannot be read', () => ok({ batchItemFailures: 'x' })],
    ['it names a message that was not there', () => ok({ batchItemFailures: [{ itemIdentifier: 'x' }] })],
  ])('keeps the whole batch when %s', async (_, answer) => {
    const { queues, counts, send } = setupQueues(answer);
    for (const body of ['a', 'b']) await send(body);
    await queues.start();
    await settled();
    expect(await counts(queue.url)).toEqual([0, 2]);
  });

  it('ignores the list where partial answers were not asked for', async () => {
    const { queues, counts, send } = setupQueues(failing('a'), { partial: false });
    await send('a');
    await queues.start();
    await settled();
    expect(await counts(queue.url)).toEqual([0, 0]);
  });

  it('delivers again at once what a killed process had in hand, and does not count that', async () => {
    const db = new DatabaseSync(':memory:');
    const killed = setupQueues(() => new Promise(() => {}), { db });
    await killed.send('a');
    await killed.queues.start();
    await settled();
    expect(killed.events).toHaveLength(1);
    const next = setupQueues(() => ok(), { db });
    await next.queues.start();
    await settled();
    expect(next.events[0]?.Records[0]).toMatchObject({
      body: 'a',
      attributes: { ApproximateReceiveCount: '1' },
    });
    await killed.queues.stop();
  });
});
