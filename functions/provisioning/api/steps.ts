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
import { orderShape } from '../store/order-shape.ts';
import { createProvisioningMachine } from '../store/provisioning-machine.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  SYSTEM_ROLE_ARN: z.string(),
  PROVISIONING_MACHINE_ARN: z.string(),
});
const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
const services = {
  orders: createAggregateStore(client, environment.TABLE_NAME, orderShape),
  machine: createProvisioningMachine(new SFNClient(clientSettings), environment.PROVISIONING_MACHINE_ARN),
  clock: systemBusinessClock,
  newSalt: randomUUID,
};

const ref = {
  tenant: tenantId,
  orderId: z.string(),
  token: z.string(),
};
const task = z.discriminatedUnion('step', [
  z.object({ ...ref, step: z.literal('confirmation') }),
  z.object({ ...ref, step: z.literal('batch'), batch: z.int() }),
]);

/** Called by the provisioning machine: waits in a step. Asked again it changes nothing but the token. */
export const handler = async (event: unknown): Promise<Record<string, never>> => {
  const { tenant, orderId, ...wait } = task.parse(event);
  await waitInStep(services, { tenant, orderId }, wait);
  return {};
};
