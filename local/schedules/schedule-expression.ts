import { Cron } from 'croner';

const unitMs: Record<string, number> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

/** When a rule runs next after an instant (epoch milliseconds); undefined when it never does again. */
export type NextRun = (after: number) => number | undefined;

function parseRate(text: string): NextRun | undefined {
  const [, count, unit = ''] = /^rate\((\d+) (minute|hour|day)s?\)$/.exec(text) ?? [];
  const periodMs = Number(count) * (unitMs[unit] ?? 0);
  return periodMs > 0 ? (after) => after + periodMs : undefined;
}

/** EventBridge: minutes hours day-of-month month day-of-week year, in UTC, Sunday = 1, `?` = any. */
function parseCron(text: string): NextRun | undefined {
  const [, fields] = /^cron\(([^()]+)\)$/.exec(text) ?? [];
  if (fields?.trim().split(/\s+/).length !== 6) return undefined;
  const dialect = { mode: '7-part', alternativeWeekdays: true, sloppyRanges: true } as const;
  const pattern = `0 ${fields.trim().replaceAll('?', '*')}`;
  const cron = new Cron(pattern, { ...dialect, paused: true, timezone: 'UTC' });
  return (after) => cron.nextRun(new Date(after))?.getTime();
}

/** Reads `rate(…)` or `cron(…)`; throws for anything else, naming the rule. */
export function parseSchedule(rule: string, expression: string): NextRun {
  const refuse = (cause?: unknown) =>
    new Error(`定时规则 ${rule} 的表达式无法识别：${expression}`, { cause });
  try {
    const parsed = parseRate(expression) ?? parseCron(expression);
    if (parsed) return parsed;
  } catch (cause) {
    throw refuse(cause);
  }
  throw refuse();
}
