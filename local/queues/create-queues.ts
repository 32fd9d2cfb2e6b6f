import type { AwsService, Part, RuntimeContext } from '../contract.ts';
import { createWakeUp, type WakeUp } from '../services/wake-up.ts';
import { createDisturbance, type StreamFaults } from '../streams/disturb-delivery.ts';
import { createDelivery, type QueueSource } from './deliver-messages.ts';
import { createMessageStore, type Message, type Queue } from './message-store.ts';
import { createQueueService } from './queue-service.ts';

export interface EmbeddedQueues extends Part {
  readonly service: AwsService;
  /** Duplicated and reordered deliveries by seed, for tests; undefined ends them. */
  setFaults(faults: StreamFaults | undefined): void;
  /** Delivers again what has been in hand for so long, as if its visibility timeout had passed. */
  redeliver(inHandMs: number): void;
}

/** The queues: messages in SQLite, the SQS API before them, and the mappings that bring them to functions. */
export function createQueues(
  context: RuntimeContext,
  queues: readonly Queue[],
  sources: readonly QueueSource[],
): EmbeddedQueues {
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
    setFaults(faults) {
      for (const delivery of deliveries)
        delivery.setDisturbance(faults && createDisturbance(faults, ({ id }: Message) => id));
    },
    redeliver(inHandMs) {
      for (const queue of queues) store.redeliver(queue, Date.now() - inHandMs);
      for (const wakeUp of [...wakeUps.values()].flat()) wakeUp.knock();
    },
    service: createQueueService(store, queues, wakeUps),
  };
}
