import type { DatabaseSync } from 'node:sqlite';

/** Small facts that outlive a runtime: ports, the administrator's key, the clock's shift, what has been seeded. */
export class Settings {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
    db.exec('CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT');
  }

  get<Value>(name: string): Value | undefined {
    const row = this.#db.prepare('SELECT value FROM settings WHERE name = ?').get(name);
    return row === undefined ? undefined : (JSON.parse(String(row['value'])) as Value);
  }

  set(name: string, value: unknown): void {
    this.#db.prepare('INSERT OR REPLACE INTO settings VALUES (?, ?)').run(name, JSON.stringify(value));
  }

  /** The kept value; the first time, what `make` gives. */
  keep<Value>(name: string, make: () => Value): Value {
    const known = this.get<Value>(name);
    if (known !== undefined) return known;
    const made = make();
    this.set(name, made);
    return made;
  }
}
