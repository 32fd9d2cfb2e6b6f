import type { DatabaseSync } from 'node:sqlite';
import type { HistoryEvent } from './history-event.ts';

type ExecutionStatus = 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';

/**
 * Where a running execution stands:
 * `entering` the state is to be entered · `invoking` its function is to be invoked (again after a crash, with the
 * same token) · `waiting` for the token · `retrying` until `resumeAt` · `closed`.
 */
type Phase = 'entering' | 'invoking' | 'waiting' | 'retrying' | 'closed';

/** A row per execution; texts are JSON, times epoch milliseconds. */
export interface Execution {
  arn: string;
  machineArn: string;
  name: string;
  /** Digest of the definition it was started with and keeps. */
  definition: string;
  status: ExecutionStatus;
  input: string;
  startedAt: number;
  stoppedAt: number | null;
  output: string | null;
  error: string | null;
  cause: string | null;
  state: string;
  stateInput: string;
  phase: Phase;
  /** Of the current attempt; a new attempt has a new one. */
  token: string | null;
  /** Attempts used, one count per retrier of the state. */
  counts: string;
  resumeAt: number | null;
}

const schema = `
  CREATE TABLE IF NOT EXISTS machine_definitions (digest TEXT PRIMARY KEY, definition TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS machine_executions (
    arn TEXT PRIMARY KEY, machineArn TEXT NOT NULL, name TEXT NOT NULL, definition TEXT NOT NULL,
    status TEXT NOT NULL, input TEXT NOT NULL, startedAt INTEGER NOT NULL, stoppedAt INTEGER,
    output TEXT, error TEXT, cause TEXT, state TEXT NOT NULL, stateInput TEXT NOT NULL,
    phase TEXT NOT NULL, token TEXT, counts TEXT NOT NULL, resumeAt INTEGER) STRICT;
  CREATE INDEX IF NOT EXISTS machine_executions_by_machine ON machine_executions (machineArn, startedAt);
  CREATE INDEX IF NOT EXISTS machine_executions_running ON machine_executions (arn) WHERE status = 'RUNNING';
  CREATE TABLE IF NOT EXISTS machine_tokens (token TEXT PRIMARY KEY, executionArn TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS machine_history (
    executionArn TEXT NOT NULL, id INTEGER NOT NULL, type TEXT NOT NULL, at INTEGER NOT NULL,
    details TEXT NOT NULL, PRIMARY KEY (executionArn, id)) STRICT, WITHOUT ROWID;
`;

export type ExecutionChange = Partial<
  Omit<Execution, 'arn' | 'machineArn' | 'name' | 'definition' | 'startedAt'>
>;

/** Executions in SQLite. Every call is synchronous, so a change and its history events are one transaction. */
export function createExecutionStore(db: DatabaseSync) {
  db.exec(schema);
  const one = <Row>(sql: string, ...values: (string | number)[]) =>
    db.prepare(sql).get(...values) as Row | undefined;
  const many = <Row>(sql: string, ...values: (string | number)[]) => db.prepare(sql).all(...values) as Row[];

  function atomically(work: () => void): void {
    db.exec('BEGIN IMMEDIATE');
    try {
      work();
      db.exec('COMMIT');
    } catch (cause) {
      if (db.isOpen && db.isTransaction) db.exec('ROLLBACK');
      throw cause;
    }
  }

  function append(arn: string, events: readonly HistoryEvent[], now: number): void {
    const insert = db.prepare(
      `INSERT INTO machine_history
       SELECT ?, COALESCE(MAX(id), 0) + 1, ?, ?, ? FROM machine_history WHERE executionArn = ?`,
    );
    for (const { type, details } of events) insert.run(arn, type, now, JSON.stringify(details), arn);
  }

  return {
    keepDefinition(digest: string, definition: string) {
      db.prepare('INSERT OR IGNORE INTO machine_definitions VALUES (?, ?)').run(digest, definition);
    },
    definition(digest: string): string | undefined {
      return one<{ definition: string }>(
        'SELECT definition FROM machine_definitions WHERE digest = ?',
        digest,
      )?.definition;
    },
    insert(row: Execution, events: readonly HistoryEvent[]) {
      const columns = Object.keys(row);
      const sql = `INSERT INTO machine_executions (${columns}) VALUES (${columns.map(() => '?')})`;
      atomically(() => {
        db.prepare(sql).run(...Object.values(row));
        append(row.arn, events, row.startedAt);
      });
    },
    /** Writes the change, a token's first appearance and the events, all or nothing. */
    change(arn: string, change: ExecutionChange, events: readonly HistoryEvent[], now: number) {
      const set = Object.keys(change).map((column) => `${column} = ?`);
      atomically(() => {
        db.prepare(`UPDATE machine_executions SET ${set} WHERE arn = ?`).run(...Object.values(change), arn);
        if (typeof change.token === 'string') {
          db.prepare('INSERT INTO machine_tokens VALUES (?, ?)').run(change.token, arn);
        }
        append(arn, events, now);
      });
    },
    find: (arn: string) => one<Execution>('SELECT * FROM machine_executions WHERE arn = ?', arn),
    findByToken: (token: string) =>
      one<Execution>(
        `SELECT e.* FROM machine_executions e JOIN machine_tokens t ON t.executionArn = e.arn WHERE t.token = ?`,
        token,
      ),
    eventCount: (arn: string): number =>
      one<{ last: number }>(
        'SELECT COALESCE(MAX(id), 0) AS last FROM machine_history WHERE executionArn = ?',
        arn,
      )?.last ?? 0,
    running: () =>
      many<{ arn: string }>(`SELECT arn FROM machine_executions WHERE status = 'RUNNING' ORDER BY arn`),
    /** Newest first, as ListExecutions answers. */
    list(machineArn: string, status: string | undefined, limit: number, offset: number): Execution[] {
      return many<Execution>(
        `SELECT * FROM machine_executions WHERE machineArn = ? AND (? = '' OR status = ?)
         ORDER BY startedAt DESC, arn LIMIT ? OFFSET ?`,
        machineArn,
        status ?? '',
        status ?? '',
        limit,
        offset,
      );
    },
    history(arn: string, newestFirst: boolean, limit: number, offset: number) {
      return many<{ id: number; type: string; at: number; details: string }>(
        `SELECT id, type, at, details FROM machine_history WHERE executionArn = ?
         ORDER BY id ${newestFirst ? 'DESC' : 'ASC'} LIMIT ? OFFSET ?`,
        arn,
        limit,
        offset,
      );
    },
  };
}

export type ExecutionStore = ReturnType<typeof createExecutionStore>;
