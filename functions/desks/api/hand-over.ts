import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod/mini';
import { namedTasks } from '#functions/cases/ports/named-tasks.ts';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import { log } from '#shared/log/log.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { type RunHandOverServices, runHandOver } from '../app/run-hand-over.ts';
import { createDelegationStore } from '../store/delegation-store.ts';
import { parseHandOverMarker } from '../store/hand-over-items.ts';
import { createHandOverStore } from '../store/hand-over-store.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  SYSTEM_ROLE_ARN: z.string(),
  HAND_OVER_QUEUE_URL: z.string(),
});
const table = environment.TABLE_NAME;
const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const queue = new SQSClient(clientSettings);
const services: RunHandOverServices = {
  delegations: createDelegationStore(client, table),
  handOvers: createHandOverStore(client, table),
  posts: postHolders(client, table),
  tasks: namedTasks(client, table),
  clock: systemBusinessClock,
  wallClock: systemWallClock,
  ids: systemIds,
};

/** One page of a hand-over for each message, which then sends itself for the next page. */
const carryOn = async (body: string): Promise<void> => {
  const { tenant, id } = parseHandOverMarker(JSON.parse(body));
  if ((await runHandOver(services, tenant, id)) === 'more')
    await queue.send(
      new SendMessageCommand({ QueueUrl: environment.HAND_OVER_QUEUE_URL, MessageBody: body }),
    );
};

/** Carries hand-overs on, a page a message; what fails goes back to the queue alone. */
export const handler = async (event: SQSEvent): Promise<SQSBatchResponse> => {
  const failed: string[] = [];
  for (const record of event.Records) {
    try {
      await carryOn(record.body);
    } catch (error) {
      log.error('hand-over.failed', error, { messageId: record.messageId });
      failed.push(record.messageId);
    }
  }
  return { batchItemFailures: failed.map((itemIdentifier) => ({ itemIdentifier })) };
};
