import type { SQSClient } from '@aws-sdk/client-sqs';
import { sendMessage } from '#shared/aws/send-message.ts';
import type { ExportQueue } from '../app/exports/export-job.ts';

export const createExportQueue = (queue: Pick<SQSClient, 'send'>, queueUrl: string): ExportQueue => ({
  enqueue: ({ tenant, id }) => sendMessage(queue, queueUrl, { tenant, id }),
});
