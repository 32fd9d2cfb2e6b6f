import * as z from 'zod/mini';
import { canonicalJson } from '../canonical-json.ts';
import { genesisHash } from '../journal-chain.ts';
import { sm3Hex } from '../sm3.ts';
import type { TenantId } from '../tenant.ts';
import { tenantId } from '../tenant-id.ts';
import { merkleRoot } from './merkle-root.ts';

const headSchema = z.object({
  /** Name of the journal within its tenant: `C#<case>`, `ADMINISTRATION`, `R#CATALOGUE` … */
  journal: z.string(),
  seq: z.int(),
  hash: z.string(),
  /** When its entry was written, by the wall clock. */
  at: z.string(),
});
/** The last entry of a journal that moved. */
export type JournalHead = z.infer<typeof headSchema>;

export const anchorSchema = z.object({
  format: z.literal('yunwangtong-anchor/1'),
  tenant: tenantId,
  seq: z.int(),
  /** Hash of the tenant's anchor before; zeros for the first. */
  previous: z.string(),
  /** Entries written up to this instant are covered, by this anchor or an earlier one. */
  until: z.string(),
  /** When its heads had been read, by the wall clock: whatever it names had been written by then. */
  madeAt: z.string(),
  /** Merkle root of the heads. */
  root: z.string(),
  heads: z.array(headSchema),
});
/** 留痕锚点: what a tenant's journals had come to at an hour. */
export type Anchor = z.infer<typeof anchorSchema>;

/** Where a tenant's chain of anchors stands. */
export interface AnchorChain {
  readonly seq: number;
  readonly hash: string;
}
export const noAnchors: AnchorChain = { seq: 0, hash: genesisHash };

const rootOf = (heads: readonly JournalHead[]): string =>
  merkleRoot(heads.map((head) => canonicalJson(head)));

const byJournal = (a: JournalHead, b: JournalHead): number => (a.journal < b.journal ? -1 : 1);

export const nextAnchor = (
  tenant: TenantId,
  chain: AnchorChain,
  times: Pick<Anchor, 'until' | 'madeAt'>,
  heads: readonly JournalHead[],
): Anchor => {
  const sorted = [...heads].sort(byJournal);
  return {
    format: 'yunwangtong-anchor/1',
    tenant,
    seq: chain.seq + 1,
    previous: chain.hash,
    ...times,
    root: rootOf(sorted),
    heads: sorted,
  };
};

/** The heads count by their root alone, so that one journal can be proven without showing the others. */
export const anchorHash = ({ heads: _heads, ...facts }: Anchor): string => sm3Hex(canonicalJson(facts));

export const hasOwnRoot = ({ heads, root }: Anchor): boolean => rootOf(heads) === root;

export const follows = (anchor: Anchor, chain: AnchorChain): boolean =>
  anchor.seq === chain.seq + 1 && anchor.previous === chain.hash && hasOwnRoot(anchor);
