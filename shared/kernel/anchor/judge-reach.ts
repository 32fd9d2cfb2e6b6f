import type { Anchor } from './anchor.ts';
import type { AnchoredHead, TakenJournals } from './taken-journals.ts';

/** A volume is built within so long of being asked for, its queue's repeats included. */
const volumeMs = 15 * 60_000;
/** However many volumes there are: their number is the export's own word too. */
const exportMs = 2 * 3_600_000;
/** The anchoring runs hourly; copies that end further before an export leave room for what was cut off. */
const reachMs = 2 * 3_600_000;

/** When an export was taken, as far as its own word and the locked storage tell. */
export interface TakenAt {
  /** The earliest instant at which it can have begun. */
  readonly ms: number;
  readonly problems: readonly string[];
  /** When the latest entry of it was written that an anchor bears out. */
  readonly provenAt: string | undefined;
}

/**
 * The export's own date is protected by nothing: it cannot have begun long before an entry was written that it holds and
 * an anchor bears out.
 */
export const judgeTakenAt = (
  { begunAt, volumes, journals }: Pick<TakenJournals, 'begunAt' | 'volumes' | 'journals'>,
  heads: readonly AnchoredHead[],
): TakenAt => {
  const own = heads.filter(({ journal, seq, hash }) => journals.get(journal)?.get(seq) === hash);
  const provenAt = own
    .map(({ at }) => at)
    .sort()
    .at(-1);
  const begun = Date.parse(begunAt);
  const earliest =
    provenAt === undefined ? begun : Date.parse(provenAt) - Math.min(volumes * volumeMs, exportMs);
  return {
    ms: Math.max(begun, earliest),
    provenAt,
    problems:
      earliest > begun
        ? [
            `导出自称始于 ${begunAt}，其中却有 ${provenAt} 写入、已经锚定的留痕：开始时间被改动，或导出中断很久才续完，请重新导出后再核验。`,
          ]
        : [],
  };
};

/** Entries of the export that are newer than the last anchor of their journal. */
export const countUnanchored = (
  { journals, covers }: Pick<TakenJournals, 'journals' | 'covers'>,
  heads: readonly AnchoredHead[],
): number => {
  const anchored = Map.groupBy(heads, ({ journal }) => journal);
  return [...journals]
    .filter(([journal]) => covers(journal))
    .map(([journal, entries]) => {
      const last = Math.max(0, ...(anchored.get(journal) ?? []).map(({ seq }) => seq));
      return [...entries.keys()].filter((seq) => seq > last).length;
    })
    .reduce((sum, count) => sum + count, 0);
};

/**
 * Whether the copies reach as far as the export: a tail that was cut off together with the anchors that name it shows
 * only in what is not there.
 * @param newest number of the tenant's newest anchor in the locked storage, where the auditor has looked
 */
export const reachProblems = (
  last: Anchor,
  takenMs: number,
  unanchored: number,
  newest: number | undefined,
): string[] => {
  if (newest !== undefined && newest !== last.seq)
    return [`锁定存储中最新的锚点是第 ${newest} 号，副本只到第 ${last.seq} 号：请补齐后再核验。`];
  const hours = Math.floor((takenMs - Date.parse(last.until)) / 3_600_000);
  if (takenMs - Date.parse(last.until) <= reachMs) return [];
  if (unanchored > 0)
    return [
      `锚点副本只到 ${last.until}，比导出早 ${hours} 小时，其后写入的 ${unanchored} 条留痕无锚点可证：请待下一次整点锚定后，从锁定存储补齐第 ${last.seq + 1} 号起的锚点。`,
    ];
  return newest === undefined
    ? [
        `锚点副本只到 ${last.until}，比导出早 ${hours} 小时，其间的缺失看不出来：请在锁定存储中查明本租户最新的锚点是第几号，用 --newest <号> 告知。`,
      ]
    : [];
};
