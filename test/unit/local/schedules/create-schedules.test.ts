import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { InvocationResult } from '#local/contract.ts';
import { createSchedules } from '#local/schedules/create-schedules.ts';
import { parseSchedule } from '#local/schedules/schedule-expression.ts';
import { fakeRuntime, settled } from '#test/support/fake-runtime.ts';

const MINUTE = 60_000;
const sweep = {
  name: 'yunwangtong-sweep',
  expression: 'rate(5 minutes)',
  functionName: 'yunwangtong-cases-sweep',
};

beforeEach(() => {
  vi.useFakeTimers({
    toFake: ['setTimeout', 'clearTimeout', 'Date'],
    now: Date.parse('2026-03-02T00:00:00Z'),
  });
});
afterEach(() => {
  vi.useRealTimers();
});

function setup(
  rules = [sweep],
  answer: () => InvocationResult | Promise<InvocationResult> = () => ({ ok: true, payload: null }),
  db = new DatabaseSync(':memory:'),
) {
  const calls: [string, unknown][] = [];
  const context = fakeRuntime(async (name, event) => {
    calls.push([name, event]);
    return answer();
  }, db);
  return { schedules: createSchedules(context, rules), calls, db, lines: context.lines };
}

async function pass(ms: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(ms);
  await settled();
}

describe('a rule with a rate', () => {
  it('runs after each period with EventBridge’s event', async () => {
    const { schedules, calls } = setup();
    await schedules.start();
    await pass(5 * MINUTE - 1);
    expect(calls).toEqual([]);
    await pass(1);
    await pass(5 * MINUTE);
    expect(calls).toHaveLength(2);
    expect(calls[0]).toEqual([
      'yunwangtong-cases-sweep',
      expect.objectContaining({
        source: 'aws.events',
        'detail-type': 'Scheduled Event',
        resources: ['arn:aws-cn:events:cn-north-1:000000000000:rule/yunwangtong-sweep'],
      }),
    ]);
    await schedules.stop();
    await pass(60 * MINUTE);
    expect(calls).toHaveLength(2);
  });

  it('makes up once, at the start, for what was due while the runtime was down', async () => {
    const first = setup();
    await first.schedules.start();
    await pass(2 * MINUTE);
    await first.schedules.stop();
    vi.setSystemTime(Date.now() + 60 * MINUTE);
    const second = setup([sweep], undefined, first.db);
    await second.schedules.start();
    await pass(0);
    expect(second.calls).toHaveLength(1);
    await pass(5 * MINUTE);
    expect(second.calls).toHaveLength(2);
  });

  it('waits while it is stopped and runs once when it goes on', async () => {
    const { schedules, calls } = setup();
    await schedules.start();
    await schedules.start();
    await pass(4 * MINUTE);
    await schedules.stop();
    await pass(20 * MINUTE);
    expect(calls).toEqual([]);
    await schedules.start();
    await pass(0);
    expect(calls).toHaveLength(1);
    await pass(5 * MINUTE);
    expect(calls).toHaveLength(2);
    await schedules.stop();
  });

  it('goes on after the function failed', async () => {
    const { schedules, calls, lines } = setup([sweep], () => ({
      ok: false,
      errorType: 'Error',
      errorMessage: 'no',
      handled: true,
    }));
    await schedules.start();
    await pass(5 * MINUTE);
    await pass(5 * MINUTE);
    expect(calls).toHaveLength(2);
    expect(lines[0]).toContain('定时规则 yunwangtong-sweep');
    await schedules.stop();
  });
});

describe('running a rule now', () => {
  it('answers when the function has finished, with its own input where the rule has one', async () => {
    const other = { name: 'other', expression: 'cron(0 1 * * ? *)', functionName: 'f', input: { a: 1 } };
    const { schedules, calls } = setup([sweep, other]);
    expect(await schedules.runNow('other')).toEqual([{ rule: 'other', ok: true }]);
    expect(calls).toEqual([['f', { a: 1 }]]);
    expect((await schedules.runNow()).map(({ rule }) => rule)).toEqual(['yunwangtong-sweep', 'other']);
    await expect(schedules.runNow('none')).rejects.toThrow('没有定时规则 none');
  });
});

describe('a schedule expression', () => {
  const monday = Date.parse('2026-03-02T00:00:00Z');
  it.each([
    ['rate(1 hour)', '2026-03-02T01:00:00.000Z'],
    ['rate(2 days)', '2026-03-04T00:00:00.000Z'],
    ['cron(0/5 * * * ? *)', '2026-03-02T00:05:00.000Z'],
    ['cron(30 1 * * ? *)', '2026-03-02T01:30:00.000Z'],
    ['cron(0 1 ? * 1 *)', '2026-03-08T01:00:00.000Z'],
    ['cron(0 1 ? * MON-FRI *)', '2026-03-02T01:00:00.000Z'],
    ['cron(0 0 L * ? *)', '2026-03-31T00:00:00.000Z'],
    ['cron(0 0 1 1 ? 2028)', '2028-01-01T00:00:00.000Z'],
    ['cron(0 0 1 1 ? 2020)', undefined],
  ])('%s runs next at %s', (expression, at) => {
    const next = parseSchedule('r', expression)(monday);
    expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(at);
  });

  it.each([
    'rate(0 minutes)',
    'rate(5 weeks)',
    'cron(* * * * *)',
    'cron(99 * * * ? *)',
    'at(2026-01-01T00:00:00)',
    '',
  ])('refuses %j and names the rule', (expression) => {
    expect(() => parseSchedule('sweep', expression)).toThrow('定时规则 sweep');
  });
});
