import { beforeAll, describe, expect, it } from 'vitest';
import type { z } from 'zod/mini';
import type { deadlineAnswer } from '#shared/contracts/deadline.ts';
import { type Asker, ask, askerOf, sharedSystem } from '#test/support/ask.ts';
import { expectProblem } from '#test/support/expect-problem.ts';

const system = sharedSystem();
let asker: Asker;
beforeAll(async () => {
  asker = await askerOf(system, 'kaifeng-head');
});

const post = (body: unknown) => ask(system, asker, 'POST', '/v1/trials/deadline', { body });
const question = {
  profile: 'yancheng',
  from: '2026-09-30',
  amount: 1,
  unit: 'workingDay',
  direction: 'after',
};
const answer = async (change: Partial<Record<keyof typeof question, unknown>>) => {
  const heard = await post({ ...question, ...change });
  expect(heard.status, heard.text).toBe(200);
  return heard.body as z.infer<typeof deadlineAnswer>;
};

describe('working days by the State Council’s arrangements', () => {
  it.each([
    // 2025: 春节 1/28–2/4, 1/26 and 2/8 worked; 国庆+中秋 10/1–10/8, 9/28 and 10/11 worked; 劳动节 5/1–5/5, 4/27 worked.
    ['2025-01-24', 1, '2025-01-26'],
    ['2025-01-27', 1, '2025-02-05'],
    ['2025-02-07', 1, '2025-02-08'],
    ['2025-02-08', 1, '2025-02-10'],
    ['2025-04-03', 1, '2025-04-07'],
    ['2025-04-25', 1, '2025-04-27'],
    ['2025-04-30', 1, '2025-05-06'],
    ['2025-05-30', 1, '2025-06-03'],
    ['2025-09-26', 1, '2025-09-28'],
    ['2025-09-30', 1, '2025-10-09'],
    ['2025-09-30', 3, '2025-10-11'],
    ['2025-09-30', 4, '2025-10-13'],
    ['2025-12-31', 1, '2026-01-04'],
    // 2026: 元旦 1/1–1/3, 1/4 worked; 春节 2/15–2/23, 2/14 and 2/28 worked; 国庆 10/1–10/7, 9/20 and 10/10 worked; 中秋 9/25–9/27.
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-14', 1, '2026-02-24'],
    ['2026-02-27', 1, '2026-02-28'],
    ['2026-04-03', 1, '2026-04-07'],
    ['2026-04-30', 1, '2026-05-06'],
    ['2026-05-08', 1, '2026-05-09'],
    ['2026-06-18', 1, '2026-06-22'],
    ['2026-09-18', 1, '2026-09-20'],
    ['2026-09-24', 1, '2026-09-28'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-09-30', 4, '2026-10-12'],
    ['2026-07-06', 5, '2026-07-13'],
    ['2026-07-11', 1, '2026-07-13'],
    ['2026-07-06', 0, '2026-07-06'],
  ])('%s plus %i is %s', async (from, amount, dueOn) => {
    expect(await answer({ from, amount })).toMatchObject({ dueOn, provisional: false });
  });

  it.each([
    ['2025-02-05', 1, '2025-01-27'],
    ['2025-02-05', 2, '2025-01-26'],
    ['2025-10-09', 1, '2025-09-30'],
    ['2025-10-13', 1, '2025-10-11'],
    ['2026-02-24', 1, '2026-02-14'],
    ['2026-03-02', 1, '2026-02-28'],
    ['2026-10-08', 1, '2026-09-30'],
    ['2026-10-12', 2, '2026-10-09'],
    ['2026-07-13', 5, '2026-07-06'],
  ])('%s minus %i is %s', async (from, amount, dueOn) => {
    expect(await answer({ from, amount, direction: 'before' })).toMatchObject({ dueOn, provisional: false });
  });

  it('says which days it passed over, and why', async () => {
    const { skipped, calendarVersion } = await answer({ from: '2026-09-30', amount: 3 });
    expect(skipped.map(({ date }) => date)).toEqual([1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`));
    for (const { reason } of skipped) expect(reason).toContain('国庆节');
    expect(calendarVersion).toContain('chinese-days@');
    expect((await answer({ from: '2026-07-10' })).skipped).toEqual([
      { date: '2026-07-11', reason: '周六' },
      { date: '2026-07-12', reason: '周日' },
    ]);
  });

  it('calls a deadline in 2027 provisional while no arrangement is there, and only where days are counted', async () => {
    expect((await answer({ from: '2026-12-25', amount: 10 })).provisional).toBe(true);
    expect((await answer({ from: '2026-12-28', amount: 3 })).provisional).toBe(false);
    expect((await answer({ from: '2027-03-01', amount: 1, direction: 'before' })).provisional).toBe(true);
    expect(await answer({ from: '2026-12-25', amount: 1, unit: 'month' })).toMatchObject({
      dueOn: '2027-01-25',
      provisional: false,
    });
  });
});

describe('calendar units', () => {
  it.each([
    ['2026-01-31', 1, 'month', 'after', '2026-02-28'],
    ['2024-01-31', 1, 'month', 'after', '2024-02-29'],
    ['2026-08-31', 6, 'month', 'after', '2027-02-28'],
    ['2026-12-31', 2, 'month', 'after', '2027-02-28'],
    ['2026-03-31', 1, 'month', 'before', '2026-02-28'],
    ['2026-03-15', 3, 'month', 'before', '2025-12-15'],
    ['2024-02-29', 12, 'month', 'after', '2025-02-28'],
    ['2026-09-30', 7, 'naturalDay', 'after', '2026-10-07'],
    ['2026-03-01', 1, 'naturalDay', 'before', '2026-02-28'],
    ['2026-09-30', 2, 'naturalWeek', 'after', '2026-10-14'],
    ['2026-01-05', 1, 'naturalWeek', 'before', '2025-12-29'],
  ])('%s, %i %s %s: %s', async (from, amount, unit, direction, dueOn) => {
    for (const profile of ['yancheng', 'kaifeng'])
      expect(await answer({ profile, from, amount, unit, direction })).toMatchObject({
        dueOn,
        provisional: false,
        skipped: [],
      });
  });
});

describe('a question that cannot be answered', () => {
  it.each<[string, unknown]>([
    ['profile', 'nanjing'],
    ['profile', undefined],
    ['from', '2026-02-30'],
    ['from', '2026-2-3'],
    ['from', '2026-02-03T00:00:00Z'],
    ['from', '0001-01-01'],
    ['from', '9999-12-31'],
    ['from', 20260203],
    ['amount', -1],
    ['amount', 1.5],
    ['amount', '5'],
    ['amount', 3661],
    ['amount', null],
    ['unit', 'workingDays'],
    ['unit', 'toString'],
    ['direction', 'sideways'],
  ])('names %s when it is %j', async (field, value) => {
    const { errors } = expectProblem(await post({ ...question, [field]: value }), 400, 'request-invalid');
    expect(errors?.map(({ pointer }) => pointer)).toEqual([`/${field}`]);
  });

  it('names a field that it does not know', async () => {
    const { errors } = expectProblem(await post({ ...question, calendar: 'mine' }), 400, 'request-invalid');
    expect(JSON.stringify(errors)).toContain('calendar');
  });

  it.each(['1949-10-01', '2199-12-31'])('from %s, as far as it goes, is no fault', async (from) => {
    for (const unit of ['workingDay', 'month', 'naturalDay', 'naturalWeek'])
      for (const direction of ['after', 'before']) await answer({ from, amount: 3660, unit, direction });
  });
});
