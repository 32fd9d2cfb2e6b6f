import { randomUUID } from 'node:crypto';
import type { Part, RuntimeContext } from '../contract.ts';
import { parseSchedule } from './schedule-expression.ts';

/** An EventBridge rule with a schedule and one function. */
export interface ScheduleRule {
  name: string;
  /** `rate(…)` or `cron(…)`. */
  expression: string;
  functionName: string;
  /** A constant event in place of EventBridge's own. */
  input?: unknown;
}

interface RunReport {
  rule: string;
  ok: boolean;
  /** What the function failed with. */
  error?: string;
}

export interface EmbeddedSchedules extends Part {
  /** Runs one rule or all of them now and answers when they have finished; rejects for an unknown rule. */
  runNow(name?: string): Promise<RunReport[]>;
}

/** setTimeout counts in 31 bits of milliseconds. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * The schedules, on the wall clock. The last run of each rule is kept, so that a run which was due while the runtime
 * was down is made up for at the next start, once.
 */
export function createSchedules(context: RuntimeContext, rules: readonly ScheduleRule[]): EmbeddedSchedules {
  const { db } = context.store;
  db.exec('CREATE TABLE IF NOT EXISTS schedule_runs (rule TEXT PRIMARY KEY, ranAt INTEGER NOT NULL) STRICT');
  const planned = rules.map((rule) => ({ rule, next: parseSchedule(rule.name, rule.expression) }));
  const timers = new Map<string, NodeJS.Timeout>();
  let running = false;

  function lastRun({ name }: ScheduleRule): number {
    db.prepare('INSERT OR IGNORE INTO schedule_runs VALUES (?, ?)').run(name, Date.now());
    return Number(db.prepare('SELECT ranAt FROM schedule_runs WHERE rule = ?').get(name)?.['ranAt']);
  }

  function makeEvent({ name, input }: ScheduleRule): unknown {
    const { partition, region, account } = context;
    if (input !== undefined) return input;
    return {
      version: '0',
      id: randomUUID(),
      'detail-type': 'Scheduled Event',
      source: 'aws.events',
      account,
      time: new Date().toISOString(),
      region,
      resources: [`arn:${partition}:events:${region}:${account}:rule/${name}`],
      detail: {},
    };
  }

  async function run(rule: ScheduleRule): Promise<RunReport> {
    const answer = await context.invoke(rule.functionName, makeEvent(rule));
    if (answer.ok) return { rule: rule.name, ok: true };
    const error = `${answer.errorType}: ${answer.errorMessage}`;
    context.log(`定时规则 ${rule.name}（${rule.functionName}）失败：${error}`);
    return { rule: rule.name, ok: false, error };
  }

  function plan(entry: (typeof planned)[number]): void {
    const { rule, next } = entry;
    const due = next(lastRun(rule));
    if (due === undefined) return;
    const wait = due - Date.now();
    const then = wait > LONGEST_TIMER_MS ? () => plan(entry) : () => runDue(entry);
    timers.set(rule.name, setTimeout(then, Math.min(Math.max(wait, 0), LONGEST_TIMER_MS)));
  }

  async function runDue(entry: (typeof planned)[number]): Promise<void> {
    const startedAt = Date.now();
    await run(entry.rule);
    if (!running) return;
    db.prepare('UPDATE schedule_runs SET ranAt = ? WHERE rule = ?').run(startedAt, entry.rule.name);
    plan(entry);
  }

  function forget(): void {
    for (const timer of timers.values()) clearTimeout(timer);
    timers.clear();
  }

  return {
    async start() {
      forget();
      running = true;
      for (const entry of planned) plan(entry);
    },
    async stop() {
      running = false;
      forget();
    },
    async runNow(name) {
      const chosen = rules.filter((rule) => name === undefined || rule.name === name);
      if (name !== undefined && chosen.length === 0) throw new Error(`没有定时规则 ${name}`);
      return Promise.all(chosen.map(run));
    },
  };
}
