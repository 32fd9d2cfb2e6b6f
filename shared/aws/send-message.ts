import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import { correlated } from '#shared/log/followed-request.ts';

/** Puts a message into a queue, with the request that it is sent for. */
export const sendMessage = async (
  queue: Pick<SQSClient, 'send'>,
  queueUrl: string,
  message: object,
): Promise<void> => {
  const MessageBody = JSON.stringify({ ...message, ...correlated() });
  await queue.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody }));
};
