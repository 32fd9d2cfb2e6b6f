import { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import type { Correlated } from '#shared/log/followed-request.ts';
import type { Key } from '#shared/table/keys.ts';
import { type MarkerKind, markerKindOf } from '#shared/table/markers.ts';
import { sendKeys } from '../store/marker-queue.ts';

const environment = readEnvironment({
  DELIVERY_QUEUE_URL: z.string(),
  NOTIFY_QUEUE_URL: z.string(),
  RECOMPUTE_QUEUE_URL: z.string(),
  LIFECYCLE_QUEUE_URL: z.string(),
  HAND_OVER_QUEUE_URL: z.string(),
});
const queue = new SQSClient(clientSettings);

const keyOf = (record: DynamoDBRecord): Key => ({
  pk: record.dynamodb?.Keys?.['pk']?.S ?? '',
  sk: record.dynamodb?.Keys?.['sk']?.S ?? '',
});

const leftBy = ({ dynamodb }: DynamoDBRecord): Correlated => {
  const id = dynamodb?.NewImage?.['correlationId']?.S;
  return id === undefined ? {} : { correlationId: id };
};

/** Forwards markers to a queue; answers the sequence numbers that it did not take. */
const forward = async (records: readonly DynamoDBRecord[], queueUrl: string): Promise<string[]> => {
  const failed = await sendKeys(
    queue,
    queueUrl,
    records.map((record) => ({ ...keyOf(record), ...leftBy(record) })),
  );
  return failed.flatMap((position) => records[position]?.dynamodb?.SequenceNumber ?? []);
};

const queueUrls: Readonly<Record<MarkerKind, string>> = {
  delivery: environment.DELIVERY_QUEUE_URL,
  notice: environment.NOTIFY_QUEUE_URL,
  job: environment.RECOMPUTE_QUEUE_URL,
  effect: environment.LIFECYCLE_QUEUE_URL,
  handOver: environment.HAND_OVER_QUEUE_URL,
};
const queueOf = (key: Key): string => queueUrls[markerKindOf(key)];

/**
 * New delivery markers, as the stream brings them, go as keys to the queue of their kind: to the approval machine, to
 * people, to the recomputation of targets, or to what follows elsewhere. The sweep finds what is lost on the way.
 */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const failed: string[] = [];
  for (const queueUrl of [...new Set(event.Records.map((record) => queueOf(keyOf(record))))])
    failed.push(
      ...(await forward(
        event.Records.filter((record) => queueOf(keyOf(record)) === queueUrl),
        queueUrl,
      )),
    );
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
