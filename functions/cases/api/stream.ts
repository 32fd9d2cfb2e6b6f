import { SendMessageBatchCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';

const environment = readEnvironment({ DELIVERY_QUEUE_URL: z.string() });
const queue = new SQSClient(clientSettings);
const batchSize = 10;

const messageOf = (record: DynamoDBRecord): string =>
  JSON.stringify({ pk: record.dynamodb?.Keys?.['pk']?.S, sk: record.dynamodb?.Keys?.['sk']?.S });

/** Forwards up to ten markers; answers the sequence numbers that the queue did not take. */
const forward = async (records: readonly DynamoDBRecord[]): Promise<string[]> => {
  const { Failed } = await queue.send(
    new SendMessageBatchCommand({
      QueueUrl: environment.DELIVERY_QUEUE_URL,
      Entries: records.map((record, index) => ({ Id: String(index), MessageBody: messageOf(record) })),
    }),
  );
  return (Failed ?? []).flatMap(({ Id }) => records[Number(Id)]?.dynamodb?.SequenceNumber ?? []);
};

/** New delivery markers, as the stream brings them, go to the queue as keys; the sweep finds what is lost on the way. */
export const handler = async (event: DynamoDBStreamEvent): Promise<DynamoDBBatchResponse> => {
  const failed: string[] = [];
  for (let i = 0; i < event.Records.length; i += batchSize)
    failed.push(...(await forward(event.Records.slice(i, i + batchSize))));
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
