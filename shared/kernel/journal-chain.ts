import { canonicalJson, type Json } from './canonical-json.ts';
import { sm3Hex } from './sm3.ts';

/** Hash that the first entry of every case chains from. */
export const genesisHash = '0'.repeat(64);

/** What an entry says; ids and digests only, never names or phone numbers. */
export type JournalContent = { readonly seq: number; readonly at: string } & { readonly [key: string]: Json };

/** An entry as stored: its content and the SM3 of the previous hash together with the content. */
export interface ChainedEntry {
  readonly content: JournalContent;
  readonly hash: string;
}

export const chainHash = (previous: string, content: JournalContent): string =>
  sm3Hex(`${previous}\n${canonicalJson(content)}`);

/** Where a chain stops being whole: the first sequence number that cannot be trusted, and why. */
export interface ChainBreak {
  readonly seq: number;
  readonly reason: 'missing' | 'altered' | 'head-differs';
}

/**
 * Recomputes a case's chain in sequence order against the head kept on the case.
 * Returns the first break, or undefined when every entry and the head agree.
 */
export const findChainBreak = (
  entries: readonly ChainedEntry[],
  head: { readonly seq: number; readonly hash: string },
): ChainBreak | undefined => {
  let previous = genesisHash;
  let expected = 1;
  for (const entry of entries) {
    if (entry.content.seq !== expected) return { seq: expected, reason: 'missing' };
    if (chainHash(previous, entry.content) !== entry.hash) return { seq: expected, reason: 'altered' };
    previous = entry.hash;
    expected += 1;
  }
  if (expected - 1 < head.seq) return { seq: expected, reason: 'missing' };
  return previous === head.hash && expected - 1 === head.seq
    ? undefined
    : { seq: head.seq, reason: 'head-differs' };
};
