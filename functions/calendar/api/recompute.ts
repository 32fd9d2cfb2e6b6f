import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { caseClocks } from '#functions/cases/ports/case-clocks.ts';
import { obligationClocks } from '#functions/obligations/ports/obligation-clocks.ts';
import { orderClocks } from '#functions/provisioning/ports/order-clocks.ts';
import { reclamationClocks } from '#functions/reclamation/ports/reclamation-clocks.ts';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
import { log } from '#shared/log/log.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { joinClocks } from '../app/join-clocks.ts';
import { type RecomputationServices, runRecomputation } from '../app/run-recomputation.ts';
import { markerKey, parseJobMarker } from '../store/calendar-items.ts';
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

/** One page of a recomputation for each message, which then sends itself for the next page. */
const carryOn = async (body: string): Promise<void> => {
  const { city, version } = parseJobMarker(markerKey.parse(JSON.parse(body)));
  const outcome = await runRecomputation(services, city, version);
  if (outcome === 'more')
    await queue.send(
      new SendMessageCommand({ QueueUrl: environment.RECOMPUTE_QUEUE_URL, MessageBody: body }),
    );
};

/** Carries recomputations on, a page a message; what fails goes back to the queue alone. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  for (const record of event.Records) {
    try {
      await carryOn(record.body);
    } catch (error) {
      log.error('recomputation.failed', error, { messageId: record.messageId });
      failed.push(record.messageId);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
