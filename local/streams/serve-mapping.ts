import type { RuntimeContext } from '../contract.ts';
import type { MessageStore } from '../queues/message-store.ts';
import { createWakeUp } from '../services/wake-up.ts';
import type { CheckpointStore } from './checkpoint-store.ts';
import { type DeliveryPort, deliverRecords, type RetryPolicy } from './deliver-records.ts';
import type { Disturbance } from './disturb-delivery.ts';
import { makeFailureMessage } from './failure-message.ts';
import { compileFilters } from './filter-records.ts';
import { createFollower, type DeliverPage } from './follow-shards.ts';
import type { ShardReader } from './read-shards.ts';
import { changesNothing, type EventRecord, toEventRecord } from './to-event-record.ts';

/** An event source mapping from the table's stream to a function. */
export interface StreamMapping extends RetryPolicy {
  functionName: string;
  batchSize: number;
  /** Filter patterns, parsed from the template's JSON. */
  filters: readonly unknown[];
  onFailureArn?: string;
}

const FIRST_PAUSE_MS = 20;
const LONGEST_IDLE_MS = 200;
const AFTER_FAULT_MS = 1_000;
const LONGEST_RETRY_MS = 10_000;

function inBatches(records: readonly EventRecord[], size: number): EventRecord[][] {
  return Array.from({ length: Math.ceil(records.length / size) }, (_, at) =>
    records.slice(at * size, (at + 1) * size),
  );
}

/** Runs one mapping: polls, filters, delivers in order, keeps its checkpoints. Throws for an unsupported filter. */
export function createMapping(
  context: RuntimeContext,
  mapping: StreamMapping,
  stores: { checkpoints: CheckpointStore; messages: MessageStore },
) {
  const passes = compileFilters(mapping.functionName, mapping.filters);
  const wakeUp = createWakeUp();
  let running = false;
  let enabled = true;
  let disturbance: Disturbance<EventRecord> | undefined;

  async function invoke(records: readonly EventRecord[]) {
    const arranged = disturbance?.arrange(records) ?? records;
    const answer = await context.invoke(mapping.functionName, { Records: arranged });
    for (const again of disturbance?.repeatAfter(arranged) ?? []) {
      await context.invoke(mapping.functionName, { Records: again });
    }
    return answer;
  }

  function createPort(streamArn: string, advance: (sequence: string) => void): DeliveryPort {
    return {
      invoke,
      advance: (last) => running && advance(last.dynamodb.SequenceNumber),
      now: () => Date.now() / 1000,
      discard(discarded) {
        const message = makeFailureMessage(context, mapping.functionName, streamArn, discarded);
        context.log(`${mapping.functionName} 放弃一批数据流记录：${message}`);
        if (mapping.onFailureArn !== undefined) stores.messages.send(mapping.onFailureArn, message);
      },
      async pause(attempts) {
        await wakeUp.wait(Math.min(FIRST_PAUSE_MS * 2 ** attempts, LONGEST_RETRY_MS));
        return running;
      },
    };
  }

  const createDelivery =
    (streamArn: string): DeliverPage =>
    async (page, advance) => {
      const port = createPort(streamArn, advance);
      const records = page
        .filter((record) => !changesNothing(record))
        .map((record) => toEventRecord(record, context.region, streamArn))
        .filter(passes);
      for (const batch of inBatches(records, mapping.batchSize)) {
        if (!running || !(await deliverRecords(batch, mapping, port))) return false;
      }
      const last = page.at(-1)?.dynamodb?.SequenceNumber;
      if (running && last !== undefined) advance(last);
      return running;
    };

  /** One reading; answers how long to wait before the next. */
  async function readOnce(readOn: () => Promise<number>, idleMs: number): Promise<number> {
    try {
      return (await readOn()) > 0 ? 0 : Math.min(Math.max(idleMs * 2, FIRST_PAUSE_MS), LONGEST_IDLE_MS);
    } catch (cause) {
      if (running) context.log(`${mapping.functionName} 读取数据流失败，稍后再读：${cause}`);
      return AFTER_FAULT_MS;
    }
  }

  async function run(readOn: () => Promise<number>): Promise<void> {
    let idleMs = 0;
    while (running) {
      idleMs = enabled ? await readOnce(readOn, idleMs) : 0;
      if (!enabled) await wakeUp.wait();
      else if (idleMs > 0) await wakeUp.wait(idleMs);
    }
  }

  return {
    start(streamArn: string, reader: ShardReader): void {
      running = true;
      const { checkpoints } = stores;
      const deliver = createDelivery(streamArn);
      run(createFollower(mapping.functionName, streamArn, reader, checkpoints, deliver, context.log)).catch(
        (cause) => context.log(`${mapping.functionName} 停止读取数据流：${cause?.stack ?? cause}`),
      );
    },
    stop(): void {
      running = false;
      wakeUp.knock();
    },
    setEnabled(on: boolean): void {
      enabled = on;
      wakeUp.knock();
    },
    setDisturbance(made: Disturbance<EventRecord> | undefined): void {
      disturbance = made;
    },
  };
}
