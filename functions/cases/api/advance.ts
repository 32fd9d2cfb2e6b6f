import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { log } from '#shared/log/log.ts';
import { deliver } from '../app/deliver.ts';
import { parseDeliveryKey } from '../store/delivery-items.ts';
import { systemServices } from './system-services.ts';

const services = systemServices();
const message = z.object({ pk: z.string(), sk: z.string() });

/** Brings queued deliveries to the approval machine; what fails goes back to the queue alone. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  for (const record of event.Records) {
    try {
      await deliver(services, parseDeliveryKey(message.parse(JSON.parse(record.body))));
    } catch (error) {
      log.error('delivery.failed', error, { messageId: record.messageId });
      failed.push(record.messageId);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
