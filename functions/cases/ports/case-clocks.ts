import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OpenClocks } from '#shared/aggregate/open-clocks.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import type { CaseRef } from '../app/ports.ts';
import { type ForeseenMove, foreseeMoves, recomputeCase } from '../app/recompute-case.ts';
import { createCaseStore } from '../store/case-store.ts';
import { createOpenClockList } from '../store/open-clock-list.ts';

/** Cases as whoever keeps the calendar reaches them. */
export interface CaseClocks extends OpenClocks {
  /** What a calendar that is not in force yet would move. */
  foresee(ref: CaseRef, overlay: CalendarOverlay): Promise<Result<readonly ForeseenMove[], Refusal>>;
}

const caseOf = (position: string): string => position.slice(0, position.indexOf('#'));

export const caseClocks = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): CaseClocks => {
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
      const ids = [...new Set(positions.map(caseOf))].filter((caseId) => caseId !== seen);
      return last === undefined ? { ids } : { ids, next: last };
    },
    foresee: (ref, overlay) => foreseeMoves(services, ref, overlay),
    recompute: ({ tenant, id }, notices, since) =>
      recomputeCase(services, { tenant, caseId: id }, notices, since),
  };
};
