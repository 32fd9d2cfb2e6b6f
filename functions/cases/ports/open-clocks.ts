import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay, OverlayNotice } from '#shared/kernel/working-calendar.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import type { CaseRef } from '../app/ports.ts';
import { type ForeseenMove, foreseeMoves, recomputeCase } from '../app/recompute-case.ts';
import { createCaseStore } from '../store/case-store.ts';
import { createOpenClockList } from '../store/open-clock-list.ts';

/** A stretch of a tenant's cases that have open clocks. */
export interface ClockPage {
  readonly caseIds: readonly string[];
  /** Position to go on from; absent at the end. */
  readonly next?: string;
}

/** Cases as whoever keeps the calendar reaches them. */
export interface OpenClocks {
  page(tenant: TenantId, after: string | undefined, limit: number): Promise<ClockPage>;
  foresee(ref: CaseRef, overlay: CalendarOverlay): Promise<Result<readonly ForeseenMove[], Refusal>>;
  recompute(
    ref: CaseRef,
    notices: readonly OverlayNotice[],
    since: string,
  ): Promise<Result<boolean, Refusal>>;
}

const caseOf = (position: string): string => position.slice(0, position.indexOf('#'));

export const openClocks = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): OpenClocks => {
  const services = {
    cases: createCaseStore(client, table),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
  };
  const { listClocks } = createOpenClockList(client, table);
  return {
    page: async (tenant, after, limit) => {
      const positions = await listClocks(tenant, after, limit);
      const last = positions.length === limit ? positions.at(-1) : undefined;
      // A case whose tasks lie on both sides of the cut was looked at whole on the page before.
      const seen = after === undefined ? undefined : caseOf(after);
      const caseIds = [...new Set(positions.map(caseOf))].filter((caseId) => caseId !== seen);
      return last === undefined ? { caseIds } : { caseIds, next: last };
    },
    foresee: (ref, overlay) => foreseeMoves(services, ref, overlay),
    recompute: (ref, notices, since) => recomputeCase(services, ref, notices, since),
  };
};
