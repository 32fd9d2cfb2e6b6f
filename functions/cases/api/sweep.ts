import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemWallClock } from '#shared/kernel/clock.ts';
import { type SweepResult, sweepDeliveries } from '../app/sweep-deliveries.ts';
import { createNoticeQueue } from '../store/notice-queue.ts';
import { systemServices } from './system-services.ts';

const { NOTIFY_QUEUE_URL, RECOMPUTE_QUEUE_URL } = readEnvironment({
  NOTIFY_QUEUE_URL: z.string(),
  RECOMPUTE_QUEUE_URL: z.string(),
});
const queues = new SQSClient(clientSettings);
const services = {
  ...systemServices(),
  notices: createNoticeQueue(queues, NOTIFY_QUEUE_URL),
  jobs: createNoticeQueue(queues, RECOMPUTE_QUEUE_URL),
};

/** Every few minutes: delivers what the stream did not, straight from the table. */
export const handler = (): Promise<SweepResult> => sweepDeliveries(services, systemWallClock);
