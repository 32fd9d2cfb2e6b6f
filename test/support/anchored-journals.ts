import { type Anchor, anchorHash, nextAnchor, noAnchors } from '#shared/kernel/anchor/anchor.ts';
import { verifyAnchors } from '#shared/kernel/anchor/verify-anchors.ts';
import { chainHash, genesisHash } from '#shared/kernel/journal-chain.ts';

export const tenant = 'yancheng/dafeng';
export const at = '2026-11-30T02:00:00.000Z';
export const begunAt = '2026-11-30T03:00:00.000Z';

/** Hashes of a chain whose entries say these words. */
export const journalOf = (words: readonly string[]): Map<number, string> => {
  const hashes = new Map<number, string>();
  let previous = genesisHash;
  words.forEach((word, i) => {
    previous = chainHash(previous, { seq: i + 1, at, word });
    hashes.set(i + 1, previous);
  });
  return hashes;
};

export const words = ['甲', '乙', '丙', '丁', '戊'];
export const cut = (hashes: ReadonlyMap<number, string>, length: number) =>
  new Map([...hashes].filter(([seq]) => seq <= length));

/** Anchors that hold these heads of several journals, one anchor an hour. */
export const hourly = (
  runs: readonly { readonly until: string; readonly heads: Anchor['heads'] }[],
): Anchor[] => {
  let chain = noAnchors;
  return runs.map(({ until, heads }) => {
    const anchor = nextAnchor(tenant, chain, { until, madeAt: until }, heads);
    chain = { seq: anchor.seq, hash: anchorHash(anchor) };
    return anchor;
  });
};

type Journals = Readonly<Record<string, ReadonlyMap<number, string>>>;
interface Told {
  readonly begunAt?: string;
  readonly volumes?: number;
  readonly newest?: number;
}
/** Holds an export's journals against anchors, as an auditor does. */
export const judge = (journals: Journals, anchors: readonly unknown[], { newest, ...told }: Told = {}) =>
  verifyAnchors(
    {
      tenant,
      begunAt,
      volumes: 1,
      ...told,
      journals: new Map(Object.entries(journals)),
      covers: (name) => name !== 'W#1',
      nameOf: (name) => name,
    },
    anchors,
    newest,
  );
