import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OpenClocks } from '#shared/aggregate/open-clocks.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { clockPages } from '#shared/table/clock-pages.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { recomputeReclamation } from '../app/recompute-reclamation.ts';
import { reclamationShape, reclamationsWithClock } from '../store/reclamation-shape.ts';

/** Reclamations that are still to be carried out, as whoever keeps the calendar reaches them. */
export const reclamationClocks = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): OpenClocks => {
  const services = {
    reclamations: createAggregateStore(client, table, reclamationShape()),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
  return {
    page: clockPages(client, table, reclamationsWithClock),
    recompute: ({ tenant, id }, notices, since) =>
      recomputeReclamation(services, { tenant, reclamationId: id }, notices, since),
  };
};
