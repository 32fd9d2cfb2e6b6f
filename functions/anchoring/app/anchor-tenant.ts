import { type Anchor, anchorHash, follows, nextAnchor, noAnchors } from '#shared/kernel/anchor/anchor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { AnchorMark, AnchorServices, WrittenEntry } from './ports.ts';

/** An entry carries the time at which its transaction was built; it may be seen this much later. */
export const writeSkewMs = 10 * 60_000;

const attempts = 4;

const unanchored: AnchorMark = { ...noAnchors, fresh: [], until: new Date(0).toISOString() };

export const earlierBySkew = (instant: string): string =>
  new Date(Math.max(Date.parse(instant) - writeSkewMs, 0)).toISOString();

const later = (a: string, b: string): string => (a > b ? a : b);

/** The last entry of each journal that the mark does not cover yet. */
const uncovered = (
  entries: readonly WrittenEntry[],
  { until, fresh }: AnchorMark,
): readonly WrittenEntry[] => {
  const after = earlierBySkew(until);
  const covered = new Map(fresh.map(({ journal, seq }) => [journal, seq]));
  const last = new Map<string, WrittenEntry>();
  for (const entry of entries) {
    if (entry.at <= after || entry.seq <= (covered.get(entry.journal) ?? 0)) continue;
    if (entry.seq > (last.get(entry.journal)?.seq ?? 0)) last.set(entry.journal, entry);
  }
  return [...last.values()];
};

const markAfter = (before: AnchorMark, anchor: Anchor): AnchorMark => {
  const heads = [...before.fresh, ...anchor.heads].map(({ journal, seq, at }) => ({ journal, seq, at }));
  const latest = [...new Map(heads.map((head) => [head.journal, head])).values()];
  return {
    seq: anchor.seq,
    hash: anchorHash(anchor),
    until: anchor.until,
    fresh: latest.filter(({ at }) => at > earlierBySkew(anchor.until)),
  };
};

/**
 * Puts what a tenant's journals have come to under lock, as the next link of the tenant's chain. What an earlier run
 * wrote without living to note it is taken over as it lies; whatever else lies in the chain's next place is a forgery.
 * @returns how many heads were anchored
 */
export const anchorTenant = async (
  { entries: written, marks, anchors, clock }: AnchorServices,
  tenant: TenantId,
  entries: readonly WrittenEntry[],
  until: string,
): Promise<number> => {
  let count = 0;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const mark = (await marks.find(tenant)) ?? unanchored;
    const moved = uncovered(entries, mark);
    if (moved.length === 0) return count;
    const heads = await written.readHeads(moved);
    if (heads.length === 0) return count;
    const times = { until: later(mark.until, until), madeAt: clock.now().toISOString() };
    const own = nextAnchor(tenant, mark, times, heads);
    const found = await anchors.put(own);
    const anchor = found ?? own;
    if (!follows(anchor, mark)) throw new Error(`${tenant}: a foreign anchor lies at ${own.seq}`);
    const kept = await marks.keep(tenant, markAfter(mark, anchor));
    if (kept && found === undefined) count += own.heads.length;
  }
  throw new Error(`${tenant}: other runs anchored at the same time`);
};
