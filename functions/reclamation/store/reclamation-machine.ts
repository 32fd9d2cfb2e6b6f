import type { SFNClient } from '@aws-sdk/client-sfn';
import { startOnce, tellToken } from '#shared/aws/step-machine.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { ReclamationMachine } from '../app/ports.ts';

/** The reclamation state machine: one execution a reclamation, by name. */
export const createReclamationMachine = (
  client: Pick<SFNClient, 'send'>,
  machineArn: string,
): ReclamationMachine => ({
  start: ({ tenant, reclamationId }) =>
    startOnce(client, machineArn, `${cityOf(tenant)}.${reclamationId}`, { tenant, reclamationId }),
  tell: (token, outcome) => tellToken(client, token, outcome, { outcome }),
});
