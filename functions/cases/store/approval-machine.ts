import type { SFNClient } from '@aws-sdk/client-sfn';
import { startOnce, tellToken } from '#shared/aws/step-machine.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { ApprovalMachine } from '../app/delivery-ports.ts';

/** The approval state machine. One execution a case, by name; payloads carry ids and outcomes only. */
export const createApprovalMachine = (
  client: Pick<SFNClient, 'send'>,
  machineArn: string,
): ApprovalMachine => ({
  start: ({ tenant, caseId }) =>
    startOnce(client, machineArn, `${cityOf(tenant)}.${caseId}`, { tenant, caseId }),
  tell: (token, outcome) => tellToken(client, token, outcome, { outcome }),
});
