import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { RunningSystem } from '../runtime.ts';
import { wordsIn } from './written-texts.ts';

const reading = <Result>({ dataDir }: RunningSystem, read: (db: DatabaseSync) => Result): Result => {
  const db = new DatabaseSync(join(dataDir, 'runtime.sqlite'), { readOnly: true });
  try {
    return read(db);
  } finally {
    db.close();
  }
};

/** The name of the queue of each message that lies in one: waiting, given back, or dead. */
export const queuesWithMessages = (running: RunningSystem): readonly string[] =>
  reading(running, (db) =>
    db
      .prepare('SELECT queueArn FROM queue_messages')
      .all()
      .map(({ queueArn }) => String(queueArn).split(':').at(-1) ?? ''),
  );

/** What phones received, and the issuer's own people: there people's words belong. */
const meantForPeople = /^(inbox|oidc)/;

/** Words that lie where no word of anybody belongs: `queue_messages: MK7Z`. Logs hold the metrics, too. */
export const strayMarks = (running: RunningSystem): readonly string[] => {
  const logs = join(running.dataDir, 'logs');
  const files = readdirSync(logs).map((file) => [file, readFileSync(join(logs, file), 'utf8')] as const);
  const tables = reading(running, (db) =>
    db
      .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
      .all()
      .map(({ name }) => String(name))
      .filter((name) => !meantForPeople.test(name))
      .map((name) => [name, JSON.stringify(db.prepare(`SELECT * FROM ${name}`).all())] as const),
  );
  return [...files, ...tables, ['output', running.output()] as const].flatMap(([place, text]) =>
    wordsIn(text).map((word) => `${place}: ${word}`),
  );
};
