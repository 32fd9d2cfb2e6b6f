import type { InvocationResult } from '../contract.ts';
import { readBatchFailures } from '../services/read-batch-failures.ts';
import type { EventRecord } from './to-event-record.ts';

/** How a mapping retries; -1 means without limit, as in the template. */
export interface RetryPolicy {
  bisect: boolean;
  maxRetries: number;
  maxAgeSeconds: number;
  partial: boolean;
}

export interface Discarded {
  condition: 'RetryAttemptsExhausted' | 'RecordAgeExceeded';
  attempts: number;
  records: readonly EventRecord[];
  answer?: InvocationResult;
}

export interface DeliveryPort {
  invoke(records: readonly EventRecord[]): Promise<InvocationResult>;
  /** Everything up to this record is dealt with. */
  advance(last: EventRecord): void;
  discard(discarded: Discarded): void;
  /** Waits before another attempt; false when the delivery is to be given up (shutdown). */
  pause(attempts: number): Promise<boolean>;
  /** Epoch seconds. */
  now(): number;
}

/** The place in the batch from which it failed; undefined when nothing did. */
function failedFrom(
  records: readonly EventRecord[],
  answer: InvocationResult,
  partial: boolean,
): number | undefined {
  if (!answer.ok) return 0;
  if (!partial) return undefined;
  const ids = records.map((record) => record.dynamodb.SequenceNumber);
  const failures = readBatchFailures(answer.payload, ids);
  if (failures === 'all') return 0;
  return failures.size === 0 ? undefined : ids.findIndex((id) => failures.has(id));
}

/** One invocation. What is done is advanced over; the rest, if any, comes back with its count of attempts. */
async function attempt(
  records: readonly EventRecord[],
  policy: RetryPolicy,
  port: DeliveryPort,
  attempts: number,
): Promise<Discarded | undefined> {
  const answer = await port.invoke(records);
  const from = failedFrom(records, answer, policy.partial);
  const done = from === undefined ? records.at(-1) : records[from - 1];
  if (done) port.advance(done);
  if (from === undefined) return undefined;
  const rest = records.slice(from);
  return {
    condition: 'RetryAttemptsExhausted',
    records: rest,
    attempts: from > 0 ? 1 : attempts + 1,
    answer,
  };
}

const mayHalve = ({ answer, records }: Discarded, { bisect }: RetryPolicy) =>
  bisect && answer?.ok === false && records.length > 1;

/**
 * Brings a batch to the function until it is done or given up, as Lambda does for a stream: a partial failure goes
 * on from the first failed record, a whole one is halved where the mapping says so (which is no attempt of its
 * own), the order is kept. False when the delivery was broken off for shutdown.
 */
export async function deliverRecords(
  batch: readonly EventRecord[],
  policy: RetryPolicy,
  port: DeliveryPort,
  attemptsBefore = 0,
): Promise<boolean> {
  let [records, attempts] = [batch, attemptsBefore];
  for (;;) {
    records = discardAged(records, policy, port, attempts);
    const failed = records.length > 0 ? await attempt(records, policy, port, attempts) : undefined;
    if (!failed) return true;
    if (mayHalve(failed, policy)) return deliverHalves(failed.records, policy, port, attempts);
    ({ records, attempts } = failed);
    if (policy.maxRetries >= 0 && attempts > policy.maxRetries) {
      giveUp(failed, port);
      return true;
    }
    if (!(await port.pause(attempts))) return false;
  }
}

async function deliverHalves(
  records: readonly EventRecord[],
  policy: RetryPolicy,
  port: DeliveryPort,
  attempts: number,
): Promise<boolean> {
  const middle = Math.ceil(records.length / 2);
  const first = await deliverRecords(records.slice(0, middle), policy, port, attempts);
  return first && deliverRecords(records.slice(middle), policy, port, attempts);
}

function giveUp(discarded: Discarded, port: DeliveryPort): void {
  port.discard(discarded);
  const last = discarded.records.at(-1);
  if (last) port.advance(last);
}

function discardAged(
  records: readonly EventRecord[],
  { maxAgeSeconds }: RetryPolicy,
  port: DeliveryPort,
  attempts: number,
): readonly EventRecord[] {
  if (maxAgeSeconds < 0) return records;
  const oldest = port.now() - maxAgeSeconds;
  const young = records.findIndex((record) => record.dynamodb.ApproximateCreationDateTime >= oldest);
  const aged = young === -1 ? records : records.slice(0, young);
  if (aged.length > 0) giveUp({ condition: 'RecordAgeExceeded', attempts, records: aged }, port);
  return records.slice(aged.length);
}
