import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import * as z from 'zod/mini';
import { followRequest, joinRequest } from '#shared/log/followed-request.ts';
import { type LogCode, log } from '#shared/log/log.ts';

const sentFor = z.object({ correlationId: z.exactOptional(z.string()) });

/** A message that stands for a marker: its key. */
export const markerMessage = z.object({ pk: z.string(), sk: z.string() });

/**
 * The handler of a queue: its messages one after another in their order, each for the request that sent it. What fails,
 * or cannot be read, is logged by its code and goes back to the queue alone.
 */
export const queueConsumer = <Message extends z.ZodMiniType>(
  failure: LogCode,
  message: Message,
  carryOn: (message: z.output<Message>) => Promise<void>,
) => {
  const isDone = ({ messageId, body }: SQSRecord): Promise<boolean> =>
    followRequest({}, async () => {
      try {
        const sent: unknown = JSON.parse(body);
        joinRequest(sentFor.parse(sent));
        await carryOn(message.parse(sent));
        return true;
      } catch (error) {
        log.error(failure, error, { messageId });
        return false;
      }
    });

  return async ({ Records }: SQSEvent): Promise<SQSBatchResponse> => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const record of Records)
      if (!(await isDone(record))) batchItemFailures.push({ itemIdentifier: record.messageId });
    return { batchItemFailures };
  };
};
