import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { ObligationClocks } from '#functions/obligations/ports/obligation-clocks.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { recomputeReclamation } from '../app/recompute-reclamation.ts';
import { reclamationShape, reclamationsWithClock } from '../store/reclamation-shape.ts';

/** A reclamation may have the id of its case; among clocks it is told apart by this. */
const prefix = 'RC#';

/** Reclamations that are still to be carried out, as whoever keeps the calendar reaches them. */
export const reclamationClocks = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): ObligationClocks => {
  const services = {
    reclamations: createAggregateStore(client, table, reclamationShape()),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
  return {
    holds: (id) => id.startsWith(prefix),
    page: async (tenant, after, limit) => {
      const rows = await queryIndex(client, table, 'due', reclamationsWithClock(tenant), { limit, after });
      const caseIds = rows.map(({ position }) => `${prefix}${position}`);
      const last = rows.length === limit ? rows.at(-1) : undefined;
      return last === undefined ? { caseIds } : { caseIds, next: last.position };
    },
    recompute: ({ tenant, caseId }, notices, since) =>
      recomputeReclamation(services, { tenant, reclamationId: caseId.slice(prefix.length) }, notices, since),
  };
};
