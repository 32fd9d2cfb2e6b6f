import { DatabaseSync } from 'node:sqlite';
import type { InvocationResult } from '#local/contract.ts';
import { createQueues } from '#local/queues/create-queues.ts';
import { fakeRuntime } from '#test/support/fake-runtime.ts';

const arnOf = (name: string) => `arn:aws-cn:sqs:cn-north-1:000000000000:${name}`;
export const queue = {
  name: 'work',
  url: 'http://queue/work',
  arn: arnOf('work'),
  visibilitySeconds: 30,
  deadLetter: { arn: arnOf('dead'), maxReceive: 3 },
};
export const dead = { name: 'dead', url: 'http://queue/dead', arn: arnOf('dead'), visibilitySeconds: 30 };

interface QueueEvent {
  Records: { messageId: string; body: string; md5OfBody: string; attributes: Record<string, string> }[];
}

/** Queue `work` with its dead letters and one mapping; `answer` stands for the function. */
export function setupQueues(
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

export const bodies = (events: readonly QueueEvent[]) =>
  events.map((event) => event.Records.map(({ body }) => body));
export const ok = (payload: unknown = null): InvocationResult => ({ ok: true, payload });
export const failure: InvocationResult = { ok: false, errorType: 'Error', errorMessage: 'no', handled: true };
export const failing = (body: string) => (event: QueueEvent) =>
  ok({
    batchItemFailures: event.Records.filter((record) => record.body === body).map(({ messageId }) => ({
      itemIdentifier: messageId,
    })),
  });
