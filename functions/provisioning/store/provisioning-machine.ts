import type { SFNClient } from '@aws-sdk/client-sfn';
import { startOnce, tellToken } from '#shared/aws/step-machine.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { ProvisioningMachine } from '../app/ports.ts';

/** The provisioning state machine: one execution an order, by name. */
export const createProvisioningMachine = (
  client: Pick<SFNClient, 'send'>,
  machineArn: string,
): ProvisioningMachine => ({
  start: ({ tenant, orderId }, confirmation) =>
    startOnce(client, machineArn, `${cityOf(tenant)}.${orderId}`, {
      tenant,
      orderId,
      confirmation,
      at: { batch: 1 },
    }),
  tell: (token, outcome, next) => tellToken(client, token, outcome, { batch: next }),
});
