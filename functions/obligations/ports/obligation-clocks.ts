import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OpenClocks } from '#shared/aggregate/open-clocks.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { recomputeObligation } from '../app/recompute-obligation.ts';
import { createObligationLists } from '../store/obligation-lists.ts';
import { obligationShape } from '../store/obligation-shape.ts';

/** Open obligations as whoever keeps the calendar reaches them. */
export const obligationClocks = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): OpenClocks => {
  const services = {
    obligations: createAggregateStore(client, table, obligationShape()),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
  const { list } = createObligationLists(client, table);
  return {
    page: async (tenant, after, limit) => {
      const { rows, next } = await list(tenant, undefined, 'open', after, limit);
      const ids = rows.map(({ obligation }) => obligation.obligationId);
      return next === undefined ? { ids } : { ids, next };
    },
    recompute: ({ tenant, id }, notices, since) =>
      recomputeObligation(services, { tenant, obligationId: id }, notices, since),
  };
};
