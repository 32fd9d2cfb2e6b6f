import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';

/** A queue as deployed. */
export interface Queue {
  name: string;
  url: string;
  arn: string;
  visibilitySeconds: number;
  /** A message received this often and still there goes to that queue instead of being received again. */
  deadLetter?: { arn: string; maxReceive: number };
}

/** A message as received; times are epoch milliseconds. */
export interface Message {
  id: string;
  body: string;
  sentAt: number;
  receiveCount: number;
  firstReceivedAt: number;
  receipt: string;
}

const schema = `
  CREATE TABLE IF NOT EXISTS queue_messages (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, queueArn TEXT NOT NULL, body TEXT NOT NULL,
    sentAt INTEGER NOT NULL, visibleAt INTEGER NOT NULL, receiveCount INTEGER NOT NULL,
    firstReceivedAt INTEGER, receipt TEXT, byMapping INTEGER NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS queue_messages_visible ON queue_messages (queueArn, visibleAt);
  CREATE INDEX IF NOT EXISTS queue_messages_receipt ON queue_messages (receipt) WHERE receipt IS NOT NULL;
`;

/** Messages in SQLite; a message is there until it is deleted, through kill -9 as well. */
export function createMessageStore(db: DatabaseSync) {
  db.exec(schema);
  const insert = db.prepare('INSERT INTO queue_messages VALUES (NULL, ?, ?, ?, ?, ?, 0, NULL, NULL, 0)');
  const visible = db.prepare(
    'SELECT * FROM queue_messages WHERE queueArn = ? AND visibleAt <= ? ORDER BY seq LIMIT ?',
  );
  const take = db.prepare(
    `UPDATE queue_messages SET visibleAt = ?, receiveCount = receiveCount + 1, receipt = ?, byMapping = ?,
     firstReceivedAt = COALESCE(firstReceivedAt, ?) WHERE seq = ? RETURNING *`,
  );
  const bury = db.prepare(
    `UPDATE queue_messages SET queueArn = ?, visibleAt = ?, receiveCount = 0, receipt = NULL,
     firstReceivedAt = NULL, byMapping = 0 WHERE queueArn = ? AND visibleAt <= ? AND receiveCount >= ?`,
  );

  return {
    send(queueArn: string, body: string, delayMs = 0): string {
      const id = randomUUID();
      const now = Date.now();
      insert.run(id, queueArn, body, now, now + delayMs);
      return id;
    },
    /** Takes up to `limit` visible messages, oldest first; those received too often go to the dead letters. */
    receive(queue: Queue, limit: number, visibilityMs: number, byMapping: boolean): Message[] {
      const now = Date.now();
      const { deadLetter } = queue;
      if (deadLetter) bury.run(deadLetter.arn, now, queue.arn, now, deadLetter.maxReceive);
      return visible.all(queue.arn, now, limit).map(({ seq, id }) => {
        const receipt = `${id}#${randomUUID()}`;
        const row = take.get(now + visibilityMs, receipt, byMapping ? 1 : 0, now, Number(seq));
        return row as unknown as Message;
      });
    },
    delete(receipt: string): void {
      db.prepare('DELETE FROM queue_messages WHERE receipt = ?').run(receipt);
    },
    /** Gives back what was received before that instant and is not done with, as if its time were up. */
    redeliver({ arn, visibilitySeconds }: Queue, receivedBefore: number): void {
      const sql = `UPDATE queue_messages SET visibleAt = ?1
        WHERE queueArn = ?2 AND receipt IS NOT NULL AND visibleAt > ?1 AND visibleAt < ?3`;
      db.prepare(sql).run(Date.now(), arn, receivedBefore + visibilitySeconds * 1000);
    },
    /** When the next message becomes visible; undefined for an empty queue. */
    nextVisibleAt(queueArn: string): number | undefined {
      const sql = 'SELECT MIN(visibleAt) AS at FROM queue_messages WHERE queueArn = ?';
      const at = db.prepare(sql).get(queueArn)?.['at'];
      return typeof at === 'number' ? at : undefined;
    },
    count(queueArn: string): { visible: number; inFlight: number; delayed: number } {
      const sql = `SELECT COUNT(*) FILTER (WHERE visibleAt <= ?2) AS visible,
        COUNT(*) FILTER (WHERE visibleAt > ?2 AND receipt IS NOT NULL) AS inFlight,
        COUNT(*) FILTER (WHERE visibleAt > ?2 AND receipt IS NULL) AS delayed
        FROM queue_messages WHERE queueArn = ?1`;
      return db.prepare(sql).get(queueArn, Date.now()) as ReturnType<typeof this.count>;
    },
    /** What a mapping had in hand when the process died counts as not received. */
    giveBackAfterCrash(): void {
      db.prepare(
        `UPDATE queue_messages SET visibleAt = ?, receiveCount = receiveCount - 1, receipt = NULL, byMapping = 0
         WHERE byMapping = 1 AND visibleAt > ?`,
      ).run(Date.now(), Date.now());
    },
  };
}

export type MessageStore = ReturnType<typeof createMessageStore>;
