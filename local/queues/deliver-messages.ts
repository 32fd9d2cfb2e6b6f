import { createHash } from 'node:crypto';
import type { InvocationResult, RuntimeContext } from '../contract.ts';
import { readBatchFailures } from '../services/read-batch-failures.ts';
import type { WakeUp } from '../services/wake-up.ts';
import type { Disturbance } from '../streams/disturb-delivery.ts';
import type { Message, MessageStore, Queue } from './message-store.ts';

/** An event source mapping from a queue to a function. */
export interface QueueSource {
  queueArn: string;
  functionName: string;
  batchSize: number;
  /** ReportBatchItemFailures: only the messages named in the answer stay. */
  partial: boolean;
}

export const md5 = (text: string) => createHash('md5').update(text).digest('hex');

function toRecord(message: Message, queue: Queue, context: RuntimeContext) {
  return {
    messageId: message.id,
    receiptHandle: message.receipt,
    body: message.body,
    attributes: {
      ApproximateReceiveCount: String(message.receiveCount),
      SentTimestamp: String(message.sentAt),
      SenderId: context.account,
      ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
    },
    messageAttributes: {},
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queue.arn,
    awsRegion: context.region,
  };
}

/** The messages that the function is done with. */
function finished(batch: readonly Message[], answer: InvocationResult, partial: boolean): readonly Message[] {
  if (!answer.ok) return [];
  if (!partial) return batch;
  const failures = readBatchFailures(
    answer.payload,
    batch.map((message) => message.id),
  );
  return failures === 'all' ? [] : batch.filter((message) => !failures.has(message.id));
}

/** Takes batches from the queue to the function, one at a time; what is not finished comes back when its time is up. */
export function createDelivery(
  context: RuntimeContext,
  store: MessageStore,
  queue: Queue,
  source: QueueSource,
  wakeUp: WakeUp,
) {
  let running = false;
  let disturbance: Disturbance<Message> | undefined;

  async function deliver(taken: readonly Message[]): Promise<void> {
    await deliverOnce(disturbance?.arrange(taken) ?? taken);
    // As when the mapping's answer is lost: messages that are done with already.
    for (const repeated of disturbance?.repeatAfter(taken) ?? []) await deliverOnce(repeated);
  }

  async function deliverOnce(batch: readonly Message[]): Promise<void> {
    const event = { Records: batch.map((message) => toRecord(message, queue, context)) };
    const answer = await context.invoke(source.functionName, event);
    if (!running) return;
    if (!answer.ok) {
      context.log(`${queue.name} → ${source.functionName}：${answer.errorType} ${answer.errorMessage}`);
    }
    for (const message of finished(batch, answer, source.partial)) store.delete(message.receipt);
  }

  async function run(): Promise<void> {
    while (running) {
      const batch = store.receive(queue, source.batchSize, queue.visibilitySeconds * 1000, true);
      if (batch.length > 0) await deliver(batch);
      else {
        const next = store.nextVisibleAt(queue.arn);
        await wakeUp.wait(next === undefined ? undefined : Math.max(next - Date.now(), 1));
      }
    }
  }

  return {
    setDisturbance(wanted: Disturbance<Message> | undefined): void {
      disturbance = wanted;
    },
    start(): void {
      running = true;
      run().catch((cause) => {
        if (running) context.log(`${queue.name} 停止投递：${cause?.stack ?? cause}`);
      });
    },
    stop(): void {
      running = false;
      wakeUp.knock();
    },
  };
}
