import type { Shard, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import type { CheckpointStore } from './checkpoint-store.ts';
import type { ShardReader } from './read-shards.ts';

/** How long a list of shards is believed while nothing ends. */
const RELIST_MS = 30_000;

/** Delivers a page of a shard; false when it stopped on the way (shutdown). */
export type DeliverPage = (
  records: readonly StreamRecord[],
  advance: (sequence: string) => void,
) => Promise<boolean>;

/**
 * Follows a stream's shards for one mapping: a child only after its parent is read to the end, each from its
 * checkpoint. Every call of the function it returns reads one page of each shard that is due, and tells how many
 * records there were.
 */
export function createFollower(
  mapping: string,
  streamArn: string,
  reader: ShardReader,
  checkpoints: CheckpointStore,
  deliver: DeliverPage,
  log: (line: string) => void,
) {
  const iterators = new Map<string, string>();
  let shards: Shard[] = [];
  let listedAt = Number.NEGATIVE_INFINITY;

  const checkpoint = (shardId: string) => checkpoints.read(mapping, streamArn, shardId);

  function finish(shardId: string): void {
    const { sequence } = checkpoint(shardId);
    checkpoints.write(mapping, streamArn, shardId, { sequence, done: true });
    iterators.delete(shardId);
    listedAt = Number.NEGATIVE_INFINITY;
  }

  /** Shards that are not read to the end and whose parent is, or is trimmed away. */
  async function due(): Promise<string[]> {
    if (Date.now() - listedAt > RELIST_MS) {
      shards = await reader.listShards();
      listedAt = Date.now();
    }
    const open = new Set(shards.flatMap(({ ShardId = '' }) => (checkpoint(ShardId).done ? [] : [ShardId])));
    return shards.flatMap(({ ShardId = '', ParentShardId = '' }) =>
      open.has(ShardId) && !open.has(ParentShardId) ? [ShardId] : [],
    );
  }

  async function iteratorOf(shardId: string): Promise<string | undefined> {
    const known = iterators.get(shardId);
    if (known !== undefined) return known;
    const opened = await reader.open(shardId, checkpoint(shardId).sequence);
    if (opened.kind === 'gone') {
      log(`${mapping}：数据流分片 ${shardId} 已不存在，余下的记录由定时清扫补上`);
      finish(shardId);
      return undefined;
    }
    if (opened.trimmed) log(`${mapping}：分片 ${shardId} 的断点已不在，从现存最早的记录重新投递`);
    iterators.set(shardId, opened.iterator);
    return opened.iterator;
  }

  async function readPage(shardId: string): Promise<number> {
    const iterator = await iteratorOf(shardId);
    if (iterator === undefined) return 0;
    iterators.delete(shardId);
    const page = await reader.read(iterator);
    if (!page) return 0;
    const advance = (sequence: string) =>
      checkpoints.write(mapping, streamArn, shardId, { sequence, done: false });
    if (page.records.length > 0 && !(await deliver(page.records, advance))) return 0;
    if (page.next === undefined) finish(shardId);
    else iterators.set(shardId, page.next);
    return page.records.length;
  }

  return async (): Promise<number> => {
    let count = 0;
    for (const shardId of await due()) count += await readPage(shardId);
    return count;
  };
}
