import type { OpenClocks } from '#functions/cases/ports/open-clocks.ts';
import type { ObligationClocks } from '#functions/obligations/ports/obligation-clocks.ts';

type Clocks = Pick<OpenClocks, 'page' | 'recompute'>;

/** Before a position among the obligations, which come after the cases. */
const behind = 'OB#';

/** A tenant's open clocks one after the other: those of its cases, then what its departments owe. */
export const joinClocks = (cases: Clocks, obligations: ObligationClocks): Clocks => ({
  page: async (tenant, after, limit) => {
    if (after === undefined || !after.startsWith(behind)) {
      const { caseIds, next } = await cases.page(tenant, after, limit);
      return { caseIds, next: next ?? behind };
    }
    const from = after === behind ? undefined : after.slice(behind.length);
    const { caseIds, next } = await obligations.page(tenant, from, limit);
    return next === undefined ? { caseIds } : { caseIds, next: `${behind}${next}` };
  },
  recompute: (ref, notices, since) =>
    obligations.holds(ref.caseId)
      ? obligations.recompute(ref, notices, since)
      : cases.recompute(ref, notices, since),
});
