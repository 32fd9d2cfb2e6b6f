import { SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod/mini';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { clientSettings } from '#shared/aws/client-settings.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import type { DueStore } from '../app/delivery-ports.ts';
import type { StepServices } from '../app/run-step.ts';
import { createApprovalMachine } from '../store/approval-machine.ts';
import { createCaseStore } from '../store/case-store.ts';
import { createDeliveryStore } from '../store/delivery-store.ts';
import { createDueStore } from '../store/due-store.ts';

/** What the machine's handlers, the delivery consumer and the sweep share: the system role's stores and the machine. */
export const systemServices = (): StepServices & {
  readonly due: DueStore;
  readonly client: ReturnType<ReturnType<typeof dataRoleClients>>;
  readonly table: string;
} => {
  const environment = readEnvironment({
    TABLE_NAME: z.string(),
    SYSTEM_ROLE_ARN: z.string(),
    APPROVAL_MACHINE_ARN: z.string(),
  });
  const client = dataRoleClients({ system: environment.SYSTEM_ROLE_ARN })({ kind: 'system' });
  return {
    client,
    table: environment.TABLE_NAME,
    cases: createCaseStore(client, environment.TABLE_NAME),
    deliveries: createDeliveryStore(client, environment.TABLE_NAME),
    due: createDueStore(client, environment.TABLE_NAME),
    references: createReferenceReader(client, environment.TABLE_NAME),
    posts: postHolders(client, environment.TABLE_NAME),
    machine: createApprovalMachine(new SFNClient(clientSettings), environment.APPROVAL_MACHINE_ARN),
    clock: systemBusinessClock,
  };
};
