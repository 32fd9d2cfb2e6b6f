import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { settled } from '#test/support/fake-runtime.ts';
import { dead, ok, queue, setupQueues } from './setup-queues.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the SQS API', () => {
  it('hides a received message until its time is over, and deletes by receipt', async () => {
    const { call } = setupQueues(() => ok());
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
    const { queues, events, call } = setupQueues(() => ok());
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
    const { call } = setupQueues(() => ok());
    expect(await call(operation, body)).toMatchObject({ status: 400, body: { __type: type } });
  });

  it('asks for SendMessage on the queue also for a batch', () => {
    const { service } = setupQueues(() => ok()).queues;
    expect(service.iamAction('SendMessageBatch')).toBe('sqs:SendMessage');
    expect(service.iamResource('SendMessageBatch', { QueueUrl: queue.url, Entries: [] })).toBe(queue.arn);
  });
});
