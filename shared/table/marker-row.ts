import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { indexKeys, shardOf } from './keys.ts';

/** Where the sweep finds a marker under the wall-clock day on which it was written; `id` spreads over the shards. */
export const markerRow = (id: string, place: string, wallMs: number) => {
  const at = new Date(wallMs);
  return {
    g2pk: indexKeys.undelivered(shanghaiDateOf(at), shardOf(id)),
    g2sk: `${at.toISOString()}#${id}#${place}`,
  };
};
