import type { TaskState } from './state-definition.ts';

/** Errors that no wildcard matches (AWS: always fail the execution). */
const terminal = new Set(['States.Runtime', 'States.DataLimitExceeded']);

function matches(pattern: string, error: string): boolean {
  if (pattern === 'States.ALL') return !terminal.has(error);
  if (pattern === 'States.TaskFailed') return error !== 'States.Timeout' && !terminal.has(error);
  if (pattern === 'States.Timeout') return error === pattern || error === 'States.HeartbeatTimeout';
  return pattern === error;
}

const anyMatches = (patterns: readonly string[], error: string) =>
  patterns.some((pattern) => matches(pattern, error));

/**
 * The wait before the next attempt and the new attempt counts (one per retrier), or undefined when the first
 * retrier that matches is used up or none matches. `random` gives [0, 1) for the jitter.
 */
export function planRetry(
  retriers: TaskState['Retry'],
  error: string,
  counts: readonly number[],
  random: () => number,
): { delayMs: number; counts: number[] } | undefined {
  const index = retriers.findIndex((rule) => anyMatches(rule.ErrorEquals, error));
  const rule = retriers[index];
  const used = counts[index] ?? 0;
  if (rule === undefined || used >= rule.MaxAttempts) return undefined;
  const backedOff = rule.IntervalSeconds * rule.BackoffRate ** used;
  const seconds = Math.min(backedOff, rule.MaxDelaySeconds ?? Number.POSITIVE_INFINITY);
  const share = rule.JitterStrategy === 'FULL' ? random() : 1;
  return {
    delayMs: Math.round(seconds * share * 1000),
    counts: retriers.map((_, at) => (counts[at] ?? 0) + (at === index ? 1 : 0)),
  };
}

/** The first catch edge that takes the error. */
export function findCatcher(
  catchers: TaskState['Catch'],
  error: string,
): TaskState['Catch'][number] | undefined {
  return catchers.find((rule) => anyMatches(rule.ErrorEquals, error));
}
