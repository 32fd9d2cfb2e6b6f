import type { AwsService, Part, RuntimeContext } from '../contract.ts';
import { createWakeUp, type WakeUp } from '../services/wake-up.ts';
import { createDelivery, type QueueSource } from './deliver-messages.ts';
import { createMessageStore, type Queue } from './message-store.ts';
import { createQueueService } from './queue-service.ts';

/** The queues: messages in SQLite, the SQS API before them, and the mappings that bring them to functions. */
export function createQueues(
  context: RuntimeContext,
  queues: readonly Queue[],
  sources: readonly QueueSource[],
): Part & { service: AwsService } {
  const store = createMessageStore(context.store.db);
  const wakeUps = new Map<string, WakeUp[]>();
  const deliveries = sources.map((source) => {
    const queue = queues.find(({ arn }) => arn === source.queueArn);
    if (!queue) throw new Error(`事件源映射指向没有定义的队列 ${source.queueArn}`);
    const wakeUp = createWakeUp();
    wakeUps.set(queue.arn, [...(wakeUps.get(queue.arn) ?? []), wakeUp]);
    return createDelivery(context, store, queue, source, wakeUp);
  });
  return {
    async start() {
      store.giveBackAfterCrash();
      for (const delivery of deliveries) delivery.start();
    },
    async stop() {
      for (const delivery of deliveries) delivery.stop();
    },
    service: createQueueService(store, queues, wakeUps),
  };
}
