import type { OpenClocks } from '#shared/aggregate/open-clocks.ts';
import type { ClockKind } from '#shared/contracts/holiday-notices.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { ClockRef } from '../domain/recomputation.ts';

/** Every kind of open clock of a tenant, one kind after the other. */
export interface JoinedClocks {
  page(
    tenant: TenantId,
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly refs: readonly ClockRef[]; readonly next?: string }>;
  recompute(
    ref: ClockRef,
    notices: Parameters<OpenClocks['recompute']>[1],
    since: string,
  ): ReturnType<OpenClocks['recompute']>;
}

/** Between the kind and the position in it. */
const mark = '#';

/** Clocks of several contexts as one list. A position is the kind's name and the position among its own. */
export const joinClocks = (clocks: Readonly<Record<ClockKind, OpenClocks>>): JoinedClocks => {
  const kinds = Object.keys(clocks) as readonly ClockKind[];
  const placeOf = (after: string | undefined): { readonly at: number; readonly from?: string } => {
    if (after === undefined) return { at: 0 };
    const cut = after.indexOf(mark);
    const at = (kinds as readonly string[]).indexOf(after.slice(0, cut));
    if (at < 0) throw new Error(`no kind of clock stands at ${after}`);
    const from = after.slice(cut + mark.length);
    return from === '' ? { at } : { at, from };
  };
  return {
    page: async (tenant, after, limit) => {
      const { at, from } = placeOf(after);
      const kind = kinds[at];
      if (kind === undefined) return { refs: [] };
      const { ids, next } = await clocks[kind].page(tenant, from, limit);
      const refs = ids.map((id) => ({ tenant, kind, id }));
      if (next !== undefined) return { refs, next: `${kind}${mark}${next}` };
      const behind = kinds[at + 1];
      return behind === undefined ? { refs } : { refs, next: `${behind}${mark}` };
    },
    recompute: ({ kind, ...ref }, notices, since) => clocks[kind].recompute(ref, notices, since),
  };
};
