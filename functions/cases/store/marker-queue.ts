import { SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { Correlated } from '#shared/log/followed-request.ts';
import type { Key } from '#shared/table/keys.ts';
import type { MarkerQueue } from '../app/delivery-ports.ts';

const batchSize = 10;

/** Puts marker keys into a queue, ten at a time, with the request that left each; answers the positions of those that it did not take. */
export const sendKeys = async (
  queue: Pick<SQSClient, 'send'>,
  queueUrl: string,
  keys: readonly (Key & Correlated)[],
): Promise<readonly number[]> => {
  const failed: number[] = [];
  for (let from = 0; from < keys.length; from += batchSize) {
    const Entries = keys.slice(from, from + batchSize).map(({ pk, sk, correlationId }, index) => ({
      Id: String(from + index),
      MessageBody: JSON.stringify({ pk, sk, correlationId }),
    }));
    const { Failed } = await queue.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
    failed.push(...(Failed ?? []).map(({ Id }) => Number(Id)));
  }
  return failed;
};

/** The queue of one kind of marker. What it does not take stays in the table for the next sweep. */
export const createMarkerQueue = (queue: Pick<SQSClient, 'send'>, queueUrl: string): MarkerQueue => ({
  forward: async (keys) => {
    await sendKeys(queue, queueUrl, keys);
  },
});
