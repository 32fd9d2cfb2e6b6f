import { DatabaseSync } from 'node:sqlite';
import type { Shard, _Record as StreamRecord } from '@aws-sdk/client-dynamodb-streams';
import { describe, expect, it } from 'vitest';
import { createCheckpointStore } from '#local/streams/checkpoint-store.ts';
import { createFollower } from '#local/streams/follow-shards.ts';
import type { Opened, ShardReader } from '#local/streams/read-shards.ts';

interface FakeShard {
  id: string;
  parent?: string;
  closed: boolean;
  /** Sequence numbers, one letter each; read two at a time. */
  records: string;
  trimmedTo?: string;
}

/** A stream in memory: an iterator is `<shard>:<position>`. */
function fakeReader(shards: FakeShard[]): ShardReader {
  const find = (id: string) => shards.find((shard) => shard.id === id);
  return {
    listShards: async () =>
      shards.map(({ id, parent }): Shard => ({ ShardId: id, ...(parent && { ParentShardId: parent }) })),
    async open(shardId, after): Promise<Opened> {
      const shard = find(shardId);
      if (!shard) return { kind: 'gone' };
      const trimmed = after !== null && !shard.records.includes(after);
      const at = after === null || trimmed ? 0 : shard.records.indexOf(after) + 1;
      return { kind: 'open', iterator: `${shardId}:${at}`, trimmed };
    },
    async read(from) {
      const [id = '', at = ''] = from.split(':');
      const shard = find(id);
      if (!shard) return undefined;
      const letters = [...shard.records.slice(Number(at), Number(at) + 2)];
      const end = Number(at) + letters.length;
      const records = letters.map((letter): StreamRecord => ({ dynamodb: { SequenceNumber: letter } }));
      return { records, next: shard.closed && end >= shard.records.length ? undefined : `${id}:${end}` };
    },
    close: () => {},
  };
}

function setup(shards: FakeShard[], db = new DatabaseSync(':memory:')) {
  const read: string[] = [];
  const lines: string[] = [];
  const readOn = createFollower(
    'f',
    'arn:stream',
    fakeReader(shards),
    createCheckpointStore(db),
    async (records, advance) => {
      for (const { dynamodb } of records) {
        read.push(dynamodb?.SequenceNumber ?? '');
        advance(dynamodb?.SequenceNumber ?? '');
      }
      return true;
    },
    (line) => lines.push(line),
  );
  const drain = async () => {
    for (let turn = 0; turn < 10; turn += 1) await readOn();
    return read.join('');
  };
  return { drain, readOn, lines, db };
}

describe('following the shards of a stream', () => {
  const family: FakeShard[] = [
    { id: 'child', parent: 'parent', closed: true, records: 'def' },
    { id: 'grandchild', parent: 'child', closed: false, records: 'gh' },
    { id: 'parent', parent: 'trimmed-away', closed: true, records: 'abc' },
  ];

  it('reads a parent to its end before the child', async () => {
    expect(await setup(family).drain()).toBe('abcdefgh');
  });

  it('goes on from its checkpoints with a new process', async () => {
    const first = setup(family);
    for (let turn = 0; turn < 3; turn += 1) await first.readOn();
    expect(await setup(family, first.db).drain()).toBe('fgh');
  });

  it('finds a shard that rolled while it followed', async () => {
    const shards: FakeShard[] = [{ id: 'one', closed: false, records: 'ab' }];
    const { drain } = setup(shards);
    expect(await drain()).toBe('ab');
    shards[0] = { id: 'one', closed: true, records: 'abc' };
    shards.push({ id: 'two', parent: 'one', closed: false, records: 'd' });
    expect(await drain()).toBe('abcd');
  });

  it('starts at the oldest record left when its checkpoint is trimmed, and says so', async () => {
    const first = setup([{ id: 'one', closed: false, records: 'ab' }]);
    await first.drain();
    const second = setup([{ id: 'one', closed: false, records: 'xy' }], first.db);
    expect(await second.drain()).toBe('xy');
    expect(second.lines.join()).toContain('断点已不在');
  });

  it('goes on with the child of a shard that is gone, and says so', async () => {
    const first = setup([{ id: 'one', closed: false, records: 'ab' }]);
    await first.drain();
    const later = [{ id: 'two', parent: 'one', closed: false, records: 'cd' }];
    expect(await setup(later, first.db).drain()).toBe('cd');
  });

  it('says so when a listed shard can no longer be opened', async () => {
    const shards: FakeShard[] = [{ id: 'one', closed: false, records: 'ab' }];
    const { drain, lines } = setup(shards);
    const listed = shards.map((shard) => ({ ...shard }));
    shards.splice(0, 1);
    shards.map = ((each: (shard: FakeShard) => unknown) => listed.map(each)) as typeof shards.map;
    expect(await drain()).toBe('');
    expect(lines.join()).toContain('已不存在');
  });

  it('delivers a page again that was broken off', async () => {
    const db = new DatabaseSync(':memory:');
    const shards: FakeShard[] = [{ id: 'one', closed: false, records: 'ab' }];
    const broken = createFollower(
      'f',
      'arn:stream',
      fakeReader(shards),
      createCheckpointStore(db),
      async () => false,
      () => {},
    );
    await broken();
    expect(await setup(shards, db).drain()).toBe('ab');
  });
});
