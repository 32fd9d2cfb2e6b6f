import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EffectHandlers } from '#functions/lifecycle/app/carry-effect.ts';
import { openedBatches } from '#functions/provisioning/ports/opened-batches.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { endWithResources, type TakenBack } from '../app/end-with-resources.ts';
import { obligationEffects } from '../app/obligation-effects.ts';
import type { OpenReclamation } from '../app/order-reclaim.ts';
import { createObligationLists } from '../store/obligation-lists.ts';
import { obligationShape } from '../store/obligation-shape.ts';

export interface ObligationsForLifecycle {
  readonly effects: EffectHandlers;
  /** 终止 of what was owed for resources that have been taken back. */
  readonly endWith: (taken: TakenBack) => Promise<void>;
}

/** Obligations as the lifecycle's consumer opens, settles and ends them, under the system role. */
export const obligationsForLifecycle = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  registry: RegistryWriter,
  reclaim: OpenReclamation,
): ObligationsForLifecycle => {
  const services = {
    obligations: createAggregateStore(client, table, obligationShape()),
    lists: createObligationLists(client, table),
    registry,
    reclaim,
    openedBatch: openedBatches(client, table),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
  return {
    effects: obligationEffects(services),
    endWith: (taken) => endWithResources(services, taken),
  };
};
