import { randomUUID } from 'node:crypto';
import type { SFNClient } from '@aws-sdk/client-sfn';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { CompletedCase } from '#functions/cases/ports/completed-cases.ts';
import type { EffectHandlers } from '#functions/lifecycle/app/carry-effect.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { postHolders } from '#functions/tenancy/ports/post-holders.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import type { ReplacingServices } from '../app/bill-replaced.ts';
import type { TakeBack } from '../app/lend-resources.ts';
import { openFromCase } from '../app/open-from-case.ts';
import { orderEffects, type TakeAlong } from '../app/order-effects.ts';
import { providersOf } from '../app/providers-of.ts';
import { orderShape } from '../store/order-shape.ts';
import { createProvisioningMachine } from '../store/provisioning-machine.ts';
import { workShape } from '../store/work-shape.ts';

export interface ProvisioningForLifecycle {
  /** 开通单 of a completed application, once. */
  openOrder(completed: CompletedCase, systemId: string): Promise<void>;
  /** Whether it has been opened. */
  isOpened(ref: CompletedCase['ref']): Promise<boolean>;
  readonly effects: EffectHandlers;
}

/** Provisioning as the lifecycle's consumer drives it, under the system role. */
export const provisioningForLifecycle = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  registry: RegistryWriter,
  machine: { readonly client: Pick<SFNClient, 'send'>; readonly arn: string },
  outside: { readonly takeBack: TakeBack; readonly takeAlong: TakeAlong } & Pick<
    ReplacingServices,
    'exitOf' | 'tell'
  >,
): ProvisioningForLifecycle => {
  const references = createReferenceReader(client, table);
  const posts = postHolders(client, table);
  const services = {
    orders: createAggregateStore(client, table, orderShape),
    work: createAggregateStore(client, table, workShape),
    machine: createProvisioningMachine(machine.client, machine.arn),
    registry,
    ...outside,
    references,
    providersOf: (tenant: TenantId) => providersOf({ references, posts }, tenant),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
  return {
    isOpened: async ({ tenant, caseId }) =>
      (await services.orders.load({ tenant, orderId: caseId })) !== undefined,
    openOrder: (completed, systemId) => openFromCase(services, completed, systemId),
    effects: orderEffects(services),
  };
};
