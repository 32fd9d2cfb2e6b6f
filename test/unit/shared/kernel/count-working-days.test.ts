import { expect, it } from 'vitest';
import { countWorkingDays } from '#shared/kernel/count-working-days.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';

const calendar = createWorkingCalendar();

it.each([
  ['2026-09-30', '2026-09-30', 0],
  ['2026-09-25', '2026-09-28', 1],
  ['2026-09-30', '2026-10-08', 1],
  ['2026-10-08', '2026-09-30', -1],
])('from %s to %s are %i working days', (from, to, days) => {
  expect(countWorkingDays(from, to, calendar)).toBe(days);
});

it('counts as limits are reckoned', () => {
  for (const amount of [0, 1, 5, 15, 30]) {
    const { dueOn } = computeDeadline(
      { from: '2026-09-24', amount, unit: 'workingDay', direction: 'after' },
      calendar,
    );
    expect(countWorkingDays('2026-09-24', dueOn, calendar)).toBe(amount);
  }
});
