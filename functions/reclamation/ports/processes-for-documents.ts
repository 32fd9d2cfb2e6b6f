import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import type { RectificationView } from '#shared/contracts/rectification.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { viewReclamation } from '../app/view-reclamation.ts';
import { viewRectification } from '../app/view-rectification.ts';
import { reclamationShape } from '../store/reclamation-shape.ts';
import { rectificationShape } from '../store/rectification-shape.ts';

/** 整改 and 回收 as documents are made of them: as the actor may see them. */
export interface ProcessesForDocuments {
  viewRectification(actor: Actor, id: string): Promise<Result<RectificationView, Refusal>>;
  viewReclamation(actor: Actor, id: string): Promise<Result<ReclamationView, Refusal>>;
}

export const processesForDocuments = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): ProcessesForDocuments => {
  const services = {
    rectifications: createAggregateStore(client, table, rectificationShape),
    reclamations: createAggregateStore(client, table, reclamationShape()),
    references: createReferenceReader(client, table),
    // A document says nothing of what its reader may do.
    claims: { of: async () => ({ revision: 0, claimed: {} }) },
    clock: systemBusinessClock,
  };
  return {
    viewRectification: (actor, id) => viewRectification(services, actor, id),
    viewReclamation: (actor, id) => viewReclamation(services, actor, id),
  };
};
