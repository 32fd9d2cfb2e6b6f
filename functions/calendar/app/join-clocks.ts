import type { OpenClocks } from '#functions/cases/ports/open-clocks.ts';
import type { ObligationClocks } from '#functions/obligations/ports/obligation-clocks.ts';

type Clocks = Pick<OpenClocks, 'page' | 'recompute'>;

/**
 * A tenant's open clocks one after the other: those of the first (its cases), then those of the second (what its
 * departments owe). `behind` stands before a position among the second.
 */
export const joinClocks = (first: Clocks, second: ObligationClocks, behind = 'OB#'): Clocks => ({
  page: async (tenant, after, limit) => {
    if (after === undefined || !after.startsWith(behind)) {
      const { caseIds, next } = await first.page(tenant, after, limit);
      return { caseIds, next: next ?? behind };
    }
    const from = after === behind ? undefined : after.slice(behind.length);
    const { caseIds, next } = await second.page(tenant, from, limit);
    return next === undefined ? { caseIds } : { caseIds, next: `${behind}${next}` };
  },
  recompute: (ref, notices, since) =>
    second.holds(ref.caseId) ? second.recompute(ref, notices, since) : first.recompute(ref, notices, since),
});
