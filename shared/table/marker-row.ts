import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { correlated } from '#shared/log/followed-request.ts';
import { indexKeys, shardOf } from './keys.ts';

/**
 * What every marker is written with: where the sweep finds it under the wall-clock day on which it was written (`id`
 * spreads over the shards), and the request that leaves it.
 */
export const markerRow = (id: string, place: string, wallMs: number) => {
  const at = new Date(wallMs);
  return {
    g2pk: indexKeys.undelivered(shanghaiDateOf(at), shardOf(id)),
    g2sk: `${at.toISOString()}#${id}#${place}`,
    ...correlated(),
  };
};
