import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { caseClocks } from '#functions/cases/ports/case-clocks.ts';
import { obligationClocks } from '#functions/obligations/ports/obligation-clocks.ts';
import { orderClocks } from '#functions/provisioning/ports/order-clocks.ts';
import { reclamationClocks } from '#functions/reclamation/ports/reclamation-clocks.ts';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { markerMessage, queueConsumer } from '#shared/aws/queue-consumer.ts';
import { sendMessage } from '#shared/aws/send-message.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { joinClocks } from '../app/join-clocks.ts';
import { type RecomputationServices, runRecomputation } from '../app/run-recomputation.ts';
import { parseJobMarker } from '../store/calendar-items.ts';
import { createCalendarStore } from '../store/calendar-store.ts';
import { createJobStore } from '../store/job-store.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  SYSTEM_ROLE_ARN: z.string(),
  RECOMPUTE_QUEUE_URL: z.string(),
});
const table = environment.TABLE_NAME;
const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const queue = new SQSClient(clientSettings);
const services: RecomputationServices = {
  calendars: createCalendarStore(client, table),
  jobs: createJobStore(client, table),
  clocks: joinClocks({
    case: caseClocks(client, table),
    obligation: obligationClocks(client, table),
    order: orderClocks(client, table),
    reclamation: reclamationClocks(client, table),
  }),
  nodesOf: (city) => createReferenceReader(client, table).nodesOf(city),
  clock: systemBusinessClock,
  wallClock: systemWallClock,
};

/** Carries recomputations on: a page for each message, which then sends itself for the next page. */
export const handler = queueConsumer('recomputation.failed', markerMessage, async (key) => {
  const { city, version } = parseJobMarker(key);
  if ((await runRecomputation(services, city, version)) === 'more')
    await sendMessage(queue, environment.RECOMPUTE_QUEUE_URL, key);
});
