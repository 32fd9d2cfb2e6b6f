import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { AwsService } from '../contract.ts';
import { createJsonService, jsonOperation, ServiceRefusal } from '../services/json-service.ts';
import type { WakeUp } from '../services/wake-up.ts';
import { md5 } from './deliver-messages.ts';
import type { Message, MessageStore, Queue } from './message-store.ts';

const LONGEST_BATCH_BYTES = 1_048_576;
/** How often a long poll looks; nothing in the system polls, only people and tests. */
const POLL_MS = 50;

const entry = {
  MessageBody: z.string().min(1),
  DelaySeconds: z.int().min(0).max(900).default(0),
};
const QueueUrl = z.string();
const receive = z.strictObject({
  QueueUrl,
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
  WaitTimeSeconds: z.int().min(0).max(20).default(0),
  AttributeNames: z.array(z.string()).optional(),
  MessageSystemAttributeNames: z.array(z.string()).optional(),
  MessageAttributeNames: z.array(z.string()).optional(),
});

function describeMessage(message: Message) {
  return {
    MessageId: message.id,
    ReceiptHandle: message.receipt,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    },
  };
}

function describeQueue(queue: Queue, count: ReturnType<MessageStore['count']>): Record<string, string> {
  const { deadLetter } = queue;
  const redrive = deadLetter && {
    RedrivePolicy: JSON.stringify({
      deadLetterTargetArn: deadLetter.arn,
      maxReceiveCount: deadLetter.maxReceive,
    }),
  };
  return {
    QueueArn: queue.arn,
    VisibilityTimeout: String(queue.visibilitySeconds),
    ApproximateNumberOfMessages: String(count.visible),
    ApproximateNumberOfMessagesNotVisible: String(count.inFlight),
    ApproximateNumberOfMessagesDelayed: String(count.delayed),
    ...redrive,
  };
}

function checkBatch(entries: readonly { Id: string; MessageBody: string }[]): void {
  const refuse = (type: string, message: string) => new ServiceRefusal(`com.amazonaws.sqs#${type}`, message);
  if (entries.length === 0) throw refuse('EmptyBatchRequest', 'There are no entries');
  if (entries.length > 10) throw refuse('TooManyEntriesInBatchRequest', 'At most 10 entries');
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length) {
    throw refuse('BatchEntryIdsNotDistinct', 'Two entries have the same Id');
  }
  const bytes = entries.reduce((sum, { MessageBody }) => sum + Buffer.byteLength(MessageBody), 0);
  if (bytes > LONGEST_BATCH_BYTES) throw refuse('BatchRequestTooLong', 'The batch is longer than 1 MiB');
}

/** The SQS API of the operations in use; FIFO queues and message attributes are refused as unknown members. */
export function createQueueService(
  store: MessageStore,
  queues: readonly Queue[],
  wakeUps: ReadonlyMap<string, readonly WakeUp[]>,
): AwsService {
  function find(is: (queue: Queue) => boolean): Queue {
    const queue = queues.find(is);
    if (queue) return queue;
    throw new ServiceRefusal('com.amazonaws.sqs#QueueDoesNotExist', 'The specified queue does not exist.');
  }
  const byUrl = (url: string) => find((queue) => queue.url === url);
  const resource = (request: { QueueUrl: string }) =>
    queues.find((queue) => queue.url === request.QueueUrl)?.arn ?? '*';

  function send(queue: Queue, { MessageBody, DelaySeconds }: { MessageBody: string; DelaySeconds: number }) {
    const MessageId = store.send(queue.arn, MessageBody, DelaySeconds * 1000);
    for (const wakeUp of wakeUps.get(queue.arn) ?? []) wakeUp.knock();
    return { MessageId, MD5OfMessageBody: md5(MessageBody) };
  }

  async function poll(request: z.infer<typeof receive>): Promise<Message[]> {
    const queue = byUrl(request.QueueUrl);
    const visibilityMs = (request.VisibilityTimeout ?? queue.visibilitySeconds) * 1000;
    const until = Date.now() + request.WaitTimeSeconds * 1000;
    for (;;) {
      const found = store.receive(queue, request.MaxNumberOfMessages, visibilityMs, false);
      if (found.length > 0 || Date.now() >= until) return found;
      await sleep(POLL_MS);
    }
  }

  return createJsonService('AmazonSQS.', 'sqs', {
    SendMessage: jsonOperation(z.strictObject({ QueueUrl, ...entry }), {
      resource,
      run: (request) => send(byUrl(request.QueueUrl), request),
    }),
    SendMessageBatch: jsonOperation(
      z.strictObject({ QueueUrl, Entries: z.array(z.strictObject({ Id: z.string(), ...entry })) }),
      {
        action: 'SendMessage',
        resource,
        run({ QueueUrl: url, Entries }) {
          const queue = byUrl(url);
          checkBatch(Entries);
          return { Successful: Entries.map((each) => ({ Id: each.Id, ...send(queue, each) })), Failed: [] };
        },
      },
    ),
    ReceiveMessage: jsonOperation(receive, {
      resource,
      async run(request) {
        const found = await poll(request);
        return found.length === 0 ? {} : { Messages: found.map(describeMessage) };
      },
    }),
    DeleteMessage: jsonOperation(z.strictObject({ QueueUrl, ReceiptHandle: z.string() }), {
      resource,
      run(request) {
        byUrl(request.QueueUrl);
        store.delete(request.ReceiptHandle);
      },
    }),
    GetQueueUrl: jsonOperation(z.strictObject({ QueueName: z.string() }), {
      resource: ({ QueueName }) => queues.find((queue) => queue.name === QueueName)?.arn ?? '*',
      run: ({ QueueName }) => ({ QueueUrl: find((queue) => queue.name === QueueName).url }),
    }),
    GetQueueAttributes: jsonOperation(
      z.strictObject({ QueueUrl, AttributeNames: z.array(z.string()).optional() }),
      {
        resource,
        run(request) {
          const queue = byUrl(request.QueueUrl);
          const names = request.AttributeNames ?? [];
          const all = Object.entries(describeQueue(queue, store.count(queue.arn)));
          return {
            Attributes: Object.fromEntries(
              all.filter(([name]) => names.includes('All') || names.includes(name)),
            ),
          };
        },
      },
    ),
  });
}
