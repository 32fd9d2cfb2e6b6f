import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InvocationResult } from '#local/contract.ts';
import { createQueues } from '#local/queues/create-queues.ts';
import { fakeRuntime, settled } from '#test/support/fake-runtime.ts';

const arnOf = (name: string) => `arn:aws-cn:sqs:cn-north-1:000000000000:${name}`;
const queue = {
  name: 'work',
  url: 'http://queue/work',
  arn: arnOf('work'),
  visibilitySeconds: 30,
  deadLetter: { arn: arnOf('dead'), maxReceive: 3 },
};
const dead = { name: 'dead', url: 'http://queue/dead', arn: arnOf('dead'), visibilitySeconds: 30 };

interface QueueEvent {
  Records: { messageId: string; body: string; md5OfBody: string; attributes: Record<string, string> }[];
}

function setup(
  answer: (event: QueueEvent, nth: number) => InvocationResult | Promise<InvocationResult>,
  { partial = true, db = new DatabaseSync(':memory:') } = {},
) {
  const events: QueueEvent[] = [];
  const context = fakeRuntime(
    async (_, event) => answer(event as QueueEvent, events.push(event as QueueEvent)),
    db,
  );
  const source = { queueArn: queue.arn, functionName: 'f', batchSize: 10, partial };
  const queues = createQueues(context, [queue, dead], [source]);
  const call = async <Body>(operation: string, body: object) => {
    const reply = await queues.service.handle(operation, { ...body });
    return { status: reply.status, body: reply.body as Body & { __type?: string } };
  };
  const counts = async (url: string) => {
    const names = ['ApproximateNumberOfMessages', 'ApproximateNumberOfMessagesNotVisible'];
    const request = { QueueUrl: url, AttributeNames: names };
    const { body } = await call<{ Attributes: Record<string, string> }>('GetQueueAttributes', request);
    return names.map((name) => Number(body.Attributes[name]));
  };
  return {
    queues,
    events,
    call,
    counts,
    send: (MessageBody: string) => call('SendMessage', { QueueUrl: queue.url, MessageBody }),
  };
}

const bodies = (events: readonly QueueEvent[]) =>
  events.map((event) => event.Records.map(({ body }) => body));
const ok = (payload: unknown = null): InvocationResult => ({ ok: true, payload });
const failure: InvocationResult = { ok: false, errorType: 'Error', errorMessage: 'no', handled: true };
const failing = (body: string) => (event: QueueEvent) =>
  ok({
    batchItemFailures: event.Records.filter((record) => record.body === body).map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  });

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a queue with a mapping', () => {
  it('brings what waits to the function, in batches, and deletes what is done', async () => {
    const { queues, events, counts, send } = setup(() => ok());
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
    const { queues, events, send } = setup(() => ok());
    await queues.start();
    await settled();
    await send('later');
    await settled();
    expect(bodies(events)).toEqual([['later']]);
  });

  it('brings back only the failed message when its visibility is over, at last to the dead letters', async () => {
    const { queues, events, counts, send, call } = setup(failing('bad'));
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

  it.each([
    ['the function fails', () => failure],
    ['its answer cannot be read', () => ok({ batchItemFailures: 'x' })],
    ['it names a message that was not there', () => ok({ batchItemFailures: [{ itemIdentifier: 'x' }] })],
  ])('keeps the whole batch when %s', async (_, answer) => {
    const { queues, counts, send } = setup(answer);
    for (const body of ['a', 'b']) await send(body);
    await queues.start();
    await settled();
    expect(await counts(queue.url)).toEqual([0, 2]);
  });

  it('ignores the list where partial answers were not asked for', async () => {
    const { queues, counts, send } = setup(failing('a'), { partial: false });
    await send('a');
    await queues.start();
    await settled();
    expect(await counts(queue.url)).toEqual([0, 0]);
  });

  it('delivers again at once what a killed process had in hand, and does not count that', async () => {
    const db = new DatabaseSync(':memory:');
    const killed = setup(() => new Promise(() => {}), { db });
    await killed.send('a');
    await killed.queues.start();
    await settled();
    expect(killed.events).toHaveLength(1);
    const next = setup(() => ok(), { db });
    await next.queues.start();
    await settled();
    expect(next.events[0]?.Records[0]).toMatchObject({
      body: 'a',
      attributes: { ApproximateReceiveCount: '1' },
    });
    await killed.queues.stop();
  });
});

describe('the SQS API', () => {
  it('hides a received message until its time is over, and deletes by receipt', async () => {
    const { call } = setup(() => ok());
    const QueueUrl = dead.url;
    await call('SendMessage', { QueueUrl, MessageBody: '短信' });
    type Received = {
      Messages?: { Body: string; ReceiptHandle: string; Attributes: Record<string, string> }[];
    };
    const first = await call<Received>('ReceiveMessage', { QueueUrl });
    expect((await call<Received>('ReceiveMessage', { QueueUrl })).body.Messages).toBeUndefined();
    await vi.advanceTimersByTimeAsync(30_000);
    const second = await call<Received>('ReceiveMessage', { QueueUrl, VisibilityTimeout: 1 });
    expect(second.body.Messages?.[0]?.Attributes['ApproximateReceiveCount']).toBe('2');
    expect(second.body.Messages?.[0]?.ReceiptHandle).not.toBe(first.body.Messages?.[0]?.ReceiptHandle);
    await call('DeleteMessage', { QueueUrl, ReceiptHandle: second.body.Messages?.[0]?.ReceiptHandle });
    await vi.advanceTimersByTimeAsync(60_000);
    expect((await call<Received>('ReceiveMessage', { QueueUrl })).body.Messages).toBeUndefined();
  });

  it('holds a delayed message back', async () => {
    const { queues, events, call } = setup(() => ok());
    await queues.start();
    await call('SendMessage', { QueueUrl: queue.url, MessageBody: 'x', DelaySeconds: 5 });
    await settled();
    expect(events).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(5_000);
    await settled();
    expect(events).toHaveLength(1);
  });

  it.each([
    [
      'SendMessage',
      { QueueUrl: 'http://queue/none', MessageBody: 'x' },
      'com.amazonaws.sqs#QueueDoesNotExist',
    ],
    ['GetQueueUrl', { QueueName: 'none' }, 'com.amazonaws.sqs#QueueDoesNotExist'],
    ['SendMessage', { QueueUrl: queue.url, MessageBody: 'x', MessageGroupId: 'g' }, 'ValidationException'],
    ['SendMessageBatch', { QueueUrl: queue.url, Entries: [] }, 'com.amazonaws.sqs#EmptyBatchRequest'],
    [
      'SendMessageBatch',
      {
        QueueUrl: queue.url,
        Entries: [
          { Id: 'a', MessageBody: 'x' },
          { Id: 'a', MessageBody: 'y' },
        ],
      },
      'com.amazonaws.sqs#BatchEntryIdsNotDistinct',
    ],
    ['PurgeQueue', { QueueUrl: queue.url }, 'UnknownOperationException'],
  ])('%s %j is refused as %s', async (operation, body, type) => {
    const { call } = setup(() => ok());
    expect(await call(operation, body)).toMatchObject({ status: 400, body: { __type: type } });
  });

  it('asks for SendMessage on the queue also for a batch', () => {
    const { service } = setup(() => ok()).queues;
    expect(service.iamAction('SendMessageBatch')).toBe('sqs:SendMessage');
    expect(service.iamResource('SendMessageBatch', { QueueUrl: queue.url, Entries: [] })).toBe(queue.arn);
  });
});
