import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { type Key, shardOf } from './keys.ts';

/** The stretch of the due index that holds the journal entries written on a wall-clock day. */
export const writtenOn = (date: string, shard: number): string =>
  `JOURNAL#${date}#${String(shard).padStart(2, '0')}`;

/**
 * An entry of any journal as it lies in the table. The one way to store it: its place in the due index, by the instant
 * of writing, is how the hourly anchoring learns that the journal has moved.
 * @param counted the partition as which it is anchored, where it lies in no tenant's
 */
export const journalItem = (
  key: Key,
  entry: ChainedEntry,
  wallMs: number,
  counted: string = key.pk,
): Record<string, unknown> => {
  const at = new Date(wallMs);
  return {
    ...key,
    ...entry,
    g2pk: writtenOn(shanghaiDateOf(at), shardOf(key.pk)),
    g2sk: `${at.toISOString()}#${counted}#${entry.content.seq}`,
  };
};

/** Instant of writing, partition that it counts as, and sequence number, from an entry's place in the index. */
export const parsePlace = (
  place: string,
): { readonly at: string; readonly counted: string; readonly seq: number } => {
  const [at = '', ...rest] = place.split('#');
  return { at, counted: rest.slice(0, -1).join('#'), seq: Number(rest.at(-1)) };
};

/** Whose journal a partition holds, and its name among that tenant's; what a city publishes is the city node's. */
export const journalOf = (pk: string): { readonly tenant: TenantId; readonly journal: string } => {
  const [root, owner = '', ...rest] = pk.split('#');
  const tenant = root === 'R' ? `${owner}/_city` : owner;
  if (!isTenantId(tenant)) throw new Error(`no tenant's journal: ${pk}`);
  return { tenant, journal: root === 'R' ? ['R', ...rest].join('#') : rest.join('#') };
};

/** How far a tenant's journals are anchored, and up to when all tenants' are. */
export const anchorKeys = {
  mark: (tenant: TenantId): Key => ({ pk: 'S#ANCHORS', sk: tenant }),
  watermark: (): Key => ({ pk: 'S#SWEEP', sk: 'ANCHORS' }),
} as const;
