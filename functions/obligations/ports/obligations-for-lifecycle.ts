import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EffectHandlers } from '#functions/lifecycle/app/carry-effect.ts';
import { openedBatches } from '#functions/provisioning/ports/opened-batches.ts';
import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { obligationEffects } from '../app/obligation-effects.ts';
import type { OpenReclamation } from '../app/order-reclaim.ts';
import { obligationShape } from '../store/obligation-shape.ts';

/** Obligations as the lifecycle's consumer opens and settles them, under the system role. */
export const obligationsForLifecycle = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  registry: RegistryWriter,
  reclaim: OpenReclamation,
): EffectHandlers =>
  obligationEffects({
    obligations: createAggregateStore(client, table, obligationShape()),
    registry,
    openedBatch: openedBatches(client, table),
    reclaim,
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  });
