import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { sweepDueObligations } from '#functions/obligations/ports/sweep-due-obligations.ts';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemWallClock } from '#shared/kernel/clock.ts';
import { log } from '#shared/log/log.ts';
import { type SweepResult, sweepDeliveries } from '../app/sweep-deliveries.ts';
import { type DueSweepResult, sweepDue } from '../app/sweep-due.ts';
import { createMarkerQueue } from '../store/marker-queue.ts';
import { systemServices } from './system-services.ts';

const { NOTIFY_QUEUE_URL, RECOMPUTE_QUEUE_URL, LIFECYCLE_QUEUE_URL, HAND_OVER_QUEUE_URL } = readEnvironment({
  NOTIFY_QUEUE_URL: z.string(),
  RECOMPUTE_QUEUE_URL: z.string(),
  LIFECYCLE_QUEUE_URL: z.string(),
  HAND_OVER_QUEUE_URL: z.string(),
});
const queues = new SQSClient(clientSettings);
const services = {
  ...systemServices(),
  queues: {
    notice: createMarkerQueue(queues, NOTIFY_QUEUE_URL),
    job: createMarkerQueue(queues, RECOMPUTE_QUEUE_URL),
    effect: createMarkerQueue(queues, LIFECYCLE_QUEUE_URL),
    handOver: createMarkerQueue(queues, HAND_OVER_QUEUE_URL),
  },
};

interface Swept {
  readonly deliveries: SweepResult;
  readonly due: DueSweepResult;
  readonly obligations: Awaited<ReturnType<typeof sweepDueObligations>>;
}

/** Every few minutes: delivers what the stream did not, straight from the table, and does what has fallen due. */
export const handler = async (): Promise<Swept> => {
  const [deliveries, due, obligations] = await Promise.allSettled([
    sweepDeliveries(services, systemWallClock),
    sweepDue(services),
    sweepDueObligations(services.client, services.table),
  ]);
  if (deliveries.status === 'rejected') throw deliveries.reason;
  if (due.status === 'rejected') throw due.reason;
  if (obligations.status === 'rejected') throw obligations.reason;
  log.info('sweep.done', {
    ...deliveries.value,
    ...due.value,
    lookedAt: obligations.value.lookedAt,
    failed: deliveries.value.failed + due.value.failed + obligations.value.failed,
  });
  return { deliveries: deliveries.value, due: due.value, obligations: obligations.value };
};
