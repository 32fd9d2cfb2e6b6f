import { randomUUID } from 'node:crypto';
import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { waitInStep } from '../app/wait-in-step.ts';
import { reclamationSteps } from '../domain/reclamation-state.ts';
import { createReclamationMachine } from '../store/reclamation-machine.ts';
import { reclamationShape } from '../store/reclamation-shape.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  SYSTEM_ROLE_ARN: z.string(),
  RECLAMATION_MACHINE_ARN: z.string(),
});
const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const services = {
  reclamations: createAggregateStore(client, environment.TABLE_NAME, reclamationShape()),
  machine: createReclamationMachine(new SFNClient(clientSettings), environment.RECLAMATION_MACHINE_ARN),
  clock: systemBusinessClock,
  newSalt: randomUUID,
};

const task = z.object({
  tenant: tenantId,
  reclamationId: z.string(),
  step: z.enum(reclamationSteps),
  token: z.string(),
});

/** Called by the reclamation machine: waits in a step. Asked again it changes nothing but the token. */
export const handler = async (event: unknown): Promise<Record<string, never>> => {
  const { tenant, reclamationId, step, token } = task.parse(event);
  await waitInStep(services, { tenant, reclamationId }, step, token);
  return {};
};
