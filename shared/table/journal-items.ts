import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { type Key, shardOf } from './keys.ts';

/** The stretch of the due index that holds the journal entries written on a wall-clock day. */
const writtenOn = (date: string, shard: number): string =>
  `JOURNAL#${date}#${String(shard).padStart(2, '0')}`;

/**
 * An entry of any journal as it lies in the table. The one way to store it: its place in the due index, by the instant
 * of writing, is how the hourly anchoring learns that the journal has moved.
 */
export const journalItem = (key: Key, entry: ChainedEntry, wallMs: number): Record<string, unknown> => {
  const at = new Date(wallMs);
  return {
    ...key,
    ...entry,
    g2pk: writtenOn(shanghaiDateOf(at), shardOf(key.pk)),
    g2sk: `${at.toISOString()}#${key.pk}#${entry.content.seq}`,
  };
};
