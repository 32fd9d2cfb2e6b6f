import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { completedCases } from '#functions/cases/ports/completed-cases.ts';
import { exits } from '#functions/cases/ports/exits.ts';
import { obligationsForLifecycle } from '#functions/obligations/ports/obligations-for-lifecycle.ts';
import { provisioningForLifecycle } from '#functions/provisioning/ports/provisioning-for-lifecycle.ts';
import { reclamationForLifecycle } from '#functions/reclamation/ports/reclamation-for-lifecycle.ts';
import { registryForProcesses } from '#functions/registry/ports/registry-for-processes.ts';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { markerMessage, queueConsumer } from '#shared/aws/queue-consumer.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { carryEffect } from '../app/carry-effect.ts';
import { effectHandlers } from '../app/effect-handlers.ts';
import { caseNotices } from '../store/case-notices.ts';
import { createEffectStore } from '../store/effect-store.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  SYSTEM_ROLE_ARN: z.string(),
  PROVISIONING_MACHINE_ARN: z.string(),
  RECLAMATION_MACHINE_ARN: z.string(),
  PUBLIC_BASE_URL: z.string(),
});
const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const table = environment.TABLE_NAME;
const services = { effects: createEffectStore(client, table), clock: systemBusinessClock };
const registry = registryForProcesses(client, table);
const tell = caseNotices(client, table);
const machines = new SFNClient(clientSettings);
const provisioning = provisioningForLifecycle(
  client,
  table,
  registry,
  { client: machines, arn: environment.PROVISIONING_MACHINE_ARN },
  {
    takeBack: (lent) => reclamation.open(lent),
    takeAlong: (late) => reclamation.takeAlong(late),
    exitOf: exits(client, table),
    tell,
  },
);
const obligations = obligationsForLifecycle(client, table, registry, (lapsed) => reclamation.open(lapsed));
const reclamation = reclamationForLifecycle(client, table, registry, {
  publicBaseUrl: environment.PUBLIC_BASE_URL,
  endObligations: obligations.endWith,
  machine: { client: machines, arn: environment.RECLAMATION_MACHINE_ARN },
});

const handlers = effectHandlers({
  read: completedCases(client, table),
  registry,
  provisioning,
  obligations,
  reclamation,
  tell,
});

/** Carries on what follows from commands. */
export const handler = queueConsumer('effect.failed', markerMessage, (key) =>
  carryEffect(services, handlers, key),
);
