import type { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';

/** A message as a channel carries it to somebody's phone. */
export const deliveredMessage = z.object({
  id: z.string(),
  event: z.string(),
  use: z.enum(['message', 'code']),
  title: z.string(),
  text: z.string(),
  to: z.object({ person: z.string(), name: z.string(), contact: z.string() }),
});
export type DeliveredMessage = z.infer<typeof deliveredMessage>;

/** What phones would have received, newest last; a message that comes twice is kept once. */
export class InboxStore {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec(`CREATE TABLE IF NOT EXISTS inbox (
      seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, user TEXT NOT NULL, at TEXT NOT NULL, message TEXT NOT NULL
    ) STRICT`);
  }

  keep(message: DeliveredMessage, at: string): void {
    this.#db
      .prepare('INSERT OR IGNORE INTO inbox (id, user, at, message) VALUES (?, ?, ?, ?)')
      .run(message.id, message.to.person, at, JSON.stringify(message));
  }

  /** One person's messages, or everybody's, the last 200. */
  list(user?: string): (DeliveredMessage & { at: string })[] {
    const rows = this.#db
      .prepare('SELECT at, message FROM inbox WHERE ? IS NULL OR user = ? ORDER BY seq DESC LIMIT 200')
      .all(user ?? null, user ?? null);
    return rows
      .reverse()
      .map(({ at, message }) => ({ ...deliveredMessage.parse(JSON.parse(String(message))), at: String(at) }));
  }
}
