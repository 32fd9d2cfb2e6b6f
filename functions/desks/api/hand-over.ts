import { SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod/mini';
import { namedTasks } from '#functions/cases/ports/named-tasks.ts';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { markerMessage, queueConsumer } from '#shared/aws/queue-consumer.ts';
import { sendMessage } from '#shared/aws/send-message.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
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

/** Carries hand-overs on: a page for each message, which then sends itself for the next page. */
export const handler = queueConsumer('hand-over.failed', markerMessage, async (key) => {
  const { tenant, id } = parseHandOverMarker(key);
  if ((await runHandOver(services, tenant, id)) === 'more')
    await sendMessage(queue, environment.HAND_OVER_QUEUE_URL, key);
});
