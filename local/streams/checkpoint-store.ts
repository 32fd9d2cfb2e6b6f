import type { DatabaseSync } from 'node:sqlite';

/** How far a mapping has come in a shard; without a sequence it has not begun. */
export interface Checkpoint {
  sequence: string | null;
  /** The shard is read to its end. */
  done: boolean;
}

/** Checkpoints by mapping, stream ARN and shard: a table made anew has another stream ARN and starts anew. */
export function createCheckpointStore(db: DatabaseSync) {
  db.exec(`CREATE TABLE IF NOT EXISTS stream_checkpoints (
    mapping TEXT NOT NULL, streamArn TEXT NOT NULL, shardId TEXT NOT NULL, sequence TEXT, done INTEGER NOT NULL,
    PRIMARY KEY (mapping, streamArn, shardId)) STRICT, WITHOUT ROWID`);
  const key = 'mapping = ? AND streamArn = ? AND shardId = ?';
  return {
    read(mapping: string, streamArn: string, shardId: string): Checkpoint {
      const sql = `SELECT sequence, done FROM stream_checkpoints WHERE ${key}`;
      const row = db.prepare(sql).get(mapping, streamArn, shardId);
      const sequence = row?.['sequence'];
      return { sequence: typeof sequence === 'string' ? sequence : null, done: row?.['done'] === 1 };
    },
    write(mapping: string, streamArn: string, shardId: string, { sequence, done }: Checkpoint): void {
      db.prepare('INSERT OR REPLACE INTO stream_checkpoints VALUES (?, ?, ?, ?, ?)').run(
        mapping,
        streamArn,
        shardId,
        sequence,
        done ? 1 : 0,
      );
    },
  };
}

export type CheckpointStore = ReturnType<typeof createCheckpointStore>;
