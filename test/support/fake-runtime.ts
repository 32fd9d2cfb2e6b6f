import { DatabaseSync } from 'node:sqlite';
import type { InvokeFunction, RuntimeContext } from '#local/contract.ts';

/** A database that dies at its n-th commit: nothing can be done with it afterwards, as after kill -9. */
export class DyingDatabase extends DatabaseSync {
  #commits = 0;
  readonly #dieAt: number;
  readonly #commitFirst: boolean;

  constructor(file: string, dieAt: number, commitFirst: boolean) {
    super(file);
    this.#dieAt = dieAt;
    this.#commitFirst = commitFirst;
  }

  override exec(sql: string): void {
    if (sql === 'COMMIT') {
      this.#commits += 1;
      if (this.#commits === this.#dieAt) {
        if (this.#commitFirst) super.exec(sql);
        this.close();
        throw new Error('killed');
      }
    }
    super.exec(sql);
  }
}

/** What a part of the runtime is given, with functions that the test answers for. */
export function fakeRuntime(
  invoke: InvokeFunction,
  db: DatabaseSync = new DatabaseSync(':memory:'),
): RuntimeContext & { lines: string[] } {
  const lines: string[] = [];
  return {
    region: 'cn-north-1',
    account: '000000000000',
    partition: 'aws-cn',
    dataDir: '/nowhere',
    store: { db },
    invoke,
    lines,
    log: (line) => lines.push(line),
    businessNow: () => Date.now(),
  };
}

/** Lets everything that waits only for promises go on; no time passes. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
