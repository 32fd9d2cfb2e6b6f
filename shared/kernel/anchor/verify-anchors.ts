import { type Anchor, anchorHash, anchorSchema, hasOwnRoot, noAnchors } from './anchor.ts';
import { countUnanchored, judgeTakenAt, reachProblems } from './judge-reach.ts';
import type { AnchoredHead, TakenJournals } from './taken-journals.ts';

export interface AnchorVerification {
  readonly summary: string;
  readonly problems: readonly string[];
}

/** An entry carries the time at which its transaction was built; it may have been seen this much later. */
const skewMs = 10 * 60_000;

const chainProblems = (anchors: readonly Anchor[]): string[] => {
  let chain = noAnchors;
  const problems: string[] = [];
  for (const anchor of anchors) {
    if (anchor.seq > chain.seq + 1)
      problems.push(
        `锚点第 ${chain.seq + 1}${anchor.seq > chain.seq + 2 ? ` 至 ${anchor.seq - 1}` : ''} 号缺失。`,
      );
    else if (anchor.seq === chain.seq) problems.push(`锚点第 ${anchor.seq} 号有两份不同的副本。`);
    else if (anchor.previous !== chain.hash)
      problems.push(`锚点第 ${anchor.seq} 号与第 ${chain.seq} 号不衔接，其中一份不是锁定存储中的原件。`);
    if (!hasOwnRoot(anchor)) problems.push(`锚点第 ${anchor.seq} 号的根与所列链头不符，是伪造或改动过的。`);
    chain = { seq: anchor.seq, hash: anchorHash(anchor) };
  }
  return problems;
};

/** Whether an export that began then must hold the entry: it was anchored before, or written well before. */
const belongs = ({ at, madeAt }: AnchoredHead, takenMs: number): boolean =>
  Date.parse(madeAt) <= takenMs || Date.parse(at) <= takenMs - skewMs;

/** The first anchored head that a journal does not bear out; those before it bound where the change lies. */
const journalProblem = (
  { journals, nameOf }: TakenJournals,
  takenMs: number,
  journal: string,
  heads: readonly AnchoredHead[],
): string[] => {
  const name = nameOf(journal);
  const entries = journals.get(journal);
  let sound = 0;
  for (const head of heads) {
    const { anchor, seq, hash } = head;
    const own = entries?.get(seq);
    if (own === hash) {
      sound = seq;
      continue;
    }
    if (own !== undefined)
      return [`${name}：第 ${sound + 1} 至 ${seq} 条与第 ${anchor} 号锚点不符，在锚定之后被改写。`];
    if (!belongs(head, takenMs)) return [];
    if (entries === undefined) return [`${name}：整条留痕缺失，第 ${anchor} 号锚点记有第 ${seq} 条。`];
    const last = Math.max(0, ...entries.keys());
    return [`${name}：留痕自第 ${last + 1} 条起缺失，第 ${anchor} 号锚点记有第 ${seq} 条。`];
  }
  return [];
};

const parse = (document: unknown): Anchor | undefined => {
  const parsed = anchorSchema.safeParse(document);
  return parsed.success ? parsed.data : undefined;
};

/**
 * Holds journals against anchors that somebody copied from the locked storage: names an entry that was rewritten after
 * it had been anchored, a tail or a whole journal that is missing, and an anchor that is no original.
 * @param documents what the copies say, of any tenant, in any order
 * @param newest number of the tenant's newest anchor in the locked storage, where the auditor has looked
 */
export const verifyAnchors = (
  taken: TakenJournals,
  documents: readonly unknown[],
  newest?: number,
): AnchorVerification => {
  const readable = documents.map(parse);
  const copies = new Map(
    readable.flatMap((anchor) => (anchor?.tenant === taken.tenant ? [[JSON.stringify(anchor), anchor]] : [])),
  );
  const anchors = [...copies.values()].sort((a, b) => a.seq - b.seq);
  const heads = anchors.flatMap(({ seq, madeAt, heads: own }) =>
    own.map((head) => ({ ...head, anchor: seq, madeAt })),
  );
  const byJournal = Map.groupBy(heads, ({ journal }) => journal);
  const elsewhere = [...byJournal.keys()].filter((journal) => !taken.covers(journal)).length;
  const unreadable = readable.filter((anchor) => anchor === undefined).length;
  const last = anchors.at(-1);
  if (!last) return { summary: '没有本租户的锚点', problems: ['没有找到本租户的锚点副本。'] };
  const takenAt = judgeTakenAt(taken, heads);
  const unanchored = countUnanchored(taken, heads);
  return {
    summary: `锚点 ${anchors.length} 份，至 ${last.until}，锚定 ${byJournal.size} 条留痕链${elsewhere > 0 ? `（其中 ${elsewhere} 条不在本导出之内）` : ''}；导出自称始于 ${taken.begunAt}${takenAt.provenAt === undefined ? '' : `，其中最晚的已锚定留痕写于 ${takenAt.provenAt}`}，${unanchored} 条留痕晚于锚点`,
    problems: [
      ...(unreadable > 0 ? [`有 ${unreadable} 份副本不是锚点。`] : []),
      ...chainProblems(anchors),
      ...takenAt.problems,
      ...reachProblems(last, takenAt.ms, unanchored, newest),
      ...[...byJournal]
        .filter(([journal]) => taken.covers(journal))
        .flatMap(([journal, found]) => journalProblem(taken, takenAt.ms, journal, found)),
    ],
  };
};
