import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Anchor, anchorHash, nextAnchor, noAnchors } from '#shared/kernel/anchor/anchor.ts';
import { merkleRoot } from '#shared/kernel/anchor/merkle-root.ts';
import { at, cut, journalOf, judge, tenant, words } from '#test/support/anchored-journals.ts';

/** Anchors of one journal at these sequence numbers. */
const anchorsOf = (hashes: ReadonlyMap<number, string>, seqs: readonly number[], written = at): Anchor[] => {
  let chain = noAnchors;
  return seqs.map((seq) => {
    const head = { journal: 'C#1', seq, hash: hashes.get(seq) ?? '', at: written };
    const anchor = nextAnchor(tenant, chain, { until: written, madeAt: written }, [head]);
    chain = { seq: anchor.seq, hash: anchorHash(anchor) };
    return anchor;
  });
};

const verify = (journal: ReadonlyMap<number, string> | undefined, anchors: readonly unknown[]) =>
  judge(journal ? { 'C#1': journal } : {}, anchors).problems;
describe('journals against their anchors', () => {
  const whole = journalOf(words);
  const anchors = anchorsOf(whole, [2, 4, 5]);

  it('pass when nothing was touched, whatever the order of the copies', () => {
    expect(verify(whole, anchors)).toEqual([]);
    expect(verify(whole, [...anchors].reverse())).toEqual([]);
    expect(verify(whole, [...anchors, ...anchors])).toEqual([]);
  });

  it('show an entry that was edited and chained anew, and between which anchors it lies', () => {
    const edited = journalOf(['甲', '乙', '改', '丁', '戊']);
    expect(verify(edited, anchors)).toEqual(['C#1：第 3 至 4 条与第 2 号锚点不符，在锚定之后被改写。']);
  });

  it('show a tail that was cut off together with its head', () => {
    expect(verify(cut(whole, 3), anchors)).toEqual(['C#1：留痕自第 4 条起缺失，第 2 号锚点记有第 4 条。']);
    expect(verify(cut(whole, 4), anchors)).toEqual(['C#1：留痕自第 5 条起缺失，第 3 号锚点记有第 5 条。']);
  });

  it('show a journal that is gone whole', () => {
    expect(verify(undefined, anchors)).toEqual(['C#1：整条留痕缺失，第 1 号锚点记有第 2 条。']);
  });

  it('ask nothing of what was written only after the export had begun', () => {
    const later = anchorsOf(whole, [5], '2026-11-30T03:00:01.000Z');
    expect(verify(cut(whole, 3), later)).toEqual([]);
  });

  it('show a root that was forged to fit an edited journal', () => {
    const edited = journalOf(['甲', '乙', '改', '丁', '戊']);
    const [first, second, third] = anchors;
    const head = { journal: 'C#1', seq: 4, hash: edited.get(4) ?? '', at };
    const keptRoot = { ...second, heads: [head] };
    expect(verify(edited, [first, keptRoot, third]).join()).toContain('锚点第 2 号的根与所列链头不符');
    const ownRoot = nextAnchor(
      tenant,
      { seq: 1, hash: anchorHash(first as Anchor) },
      { until: at, madeAt: at },
      [head],
    );
    expect(verify(edited, [first, ownRoot, third]).join()).toContain('锚点第 3 号与第 2 号不衔接');
    expect(verify(whole, [...anchors, ownRoot]).join()).toContain('锚点第 2 号有两份不同的副本');
  });

  it('show a copy that is missing, unreadable or another tenant’s', () => {
    const [first, , third] = anchors;
    expect(verify(whole, [first, third])).toEqual(['锚点第 2 号缺失。']);
    expect(verify(whole, [...anchors, undefined, { format: 'x' }])).toEqual(['有 2 份副本不是锚点。']);
    expect(verify(whole, [{ ...first, tenant: 'yancheng/sheyang' }])).toEqual(['没有找到本租户的锚点副本。']);
  });

  it('never pass once an anchored entry differs', () => {
    const story = fc.record({
      words: fc.array(fc.string(), { minLength: 1, maxLength: 12 }),
      change: fc.nat(),
      anchored: fc.nat(),
    });
    fc.assert(
      fc.property(story, ({ words: said, change, anchored }) => {
        const edited = change % said.length;
        const seq = edited + 1 + (anchored % (said.length - edited));
        const copies = anchorsOf(journalOf(said), [seq]);
        const forged = journalOf(said.with(edited, `${said[edited]}改`));
        expect(verify(forged, copies)).toHaveLength(1);
        expect(verify(journalOf(said), copies)).toEqual([]);
      }),
    );
  });
});

describe('a Merkle root', () => {
  it('changes with every leaf, with their order and number, and takes no node for a leaf', () => {
    const texts = fc.array(fc.string(), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(texts, fc.nat(), (leaves, i) => {
        const root = merkleRoot(leaves);
        const other = leaves.with(i % leaves.length, `${leaves[i % leaves.length]}x`);
        expect(merkleRoot(other)).not.toBe(root);
        expect(merkleRoot([...leaves, leaves.at(-1) ?? ''])).not.toBe(root);
      }),
    );
    expect(merkleRoot(['a', 'b'])).not.toBe(merkleRoot(['b', 'a']));
    expect(merkleRoot([])).not.toBe(merkleRoot(['']));
  });
});
