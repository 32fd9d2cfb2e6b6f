import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { FaultPlan } from './fault-plan.ts';

const isWrite = (sql: string) => /^\s*(INSERT|UPDATE|DELETE)\b/i.test(sql);
const firstLine = (sql: string) => sql.trim().split('\n')[0] ?? '';

/** The runtime's own store, each of whose commits is a write that the fault plan counts. */
export class CountedDatabase extends DatabaseSync {
  readonly #plan: FaultPlan;

  constructor(file: string, plan: FaultPlan) {
    super(file);
    this.#plan = plan;
  }

  override exec(sql: string): void {
    if (sql === 'COMMIT') this.#plan.commit(sql, () => super.exec(sql));
    else super.exec(sql);
  }

  /** Outside a transaction a writing statement is a commit of its own. */
  override prepare(sql: string): StatementSync {
    const statement = super.prepare(sql);
    if (!isWrite(sql)) return statement;
    const counted =
      <Given extends unknown[], Result>(perform: (...given: Given) => Result) =>
      (...given: Given): Result => {
        const run = () => perform.apply(statement, given);
        return this.isTransaction ? run() : this.#plan.commit(firstLine(sql), run);
      };
    return Object.assign(statement, {
      run: counted(statement.run),
      get: counted(statement.get),
      all: counted(statement.all),
    });
  }
}
