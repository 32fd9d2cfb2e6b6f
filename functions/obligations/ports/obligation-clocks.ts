import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { obligationId } from '#shared/contracts/obligations.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { OverlayNotice } from '#shared/kernel/working-calendar.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { recomputeObligation } from '../app/recompute-obligation.ts';
import { createObligationLists } from '../store/obligation-lists.ts';
import { obligationShape } from '../store/obligation-shape.ts';

/** Open obligations as whoever keeps the calendar reaches them, by their ids. */
export interface ObligationClocks {
  holds(id: string): boolean;
  page(
    tenant: TenantId,
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly caseIds: readonly string[]; readonly next?: string }>;
  recompute(
    ref: { readonly tenant: TenantId; readonly caseId: string },
    notices: readonly OverlayNotice[],
    since: string,
  ): Promise<Result<boolean, Refusal>>;
}

export const obligationClocks = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): ObligationClocks => {
  const services = {
    obligations: createAggregateStore(client, table, obligationShape()),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
  const { list } = createObligationLists(client, table);
  return {
    holds: (id) => obligationId.safeParse(id).success,
    page: async (tenant, after, limit) => {
      const { rows, next } = await list(tenant, undefined, 'open', after, limit);
      const caseIds = rows.map(({ obligation }) => obligation.obligationId);
      return next === undefined ? { caseIds } : { caseIds, next };
    },
    recompute: ({ tenant, caseId }, notices, since) =>
      recomputeObligation(services, { tenant, obligationId: caseId }, notices, since),
  };
};
