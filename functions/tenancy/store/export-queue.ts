import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { ExportQueue } from '../app/exports/export-job.ts';

export const createExportQueue = (queue: Pick<SQSClient, 'send'>, queueUrl: string): ExportQueue => ({
  enqueue: async ({ tenant, id }) => {
    await queue.send(
      new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: JSON.stringify({ tenant, id }) }),
    );
  },
});
