import { expect, it } from 'vitest';
import { dueLight } from '#functions/cases/app/due-light.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';

const calendar = createWorkingCalendar();
const on = (day: string) => ({ calendar, now: `${day}T03:00:00.000Z` });

it.each([
  ['2026-09-21', '2026-09-29', 'normal', 5],
  ['2026-09-28', '2026-09-30', 'soon', 2],
  ['2026-09-30', '2026-09-30', 'soon', 0],
  // 国庆节 lies between: one working day is left, not eight.
  ['2026-09-30', '2026-10-08', 'soon', 1],
  ['2026-10-01', '2026-09-30', 'overdue', 0],
  ['2026-10-09', '2026-09-30', 'overdue', -2],
])('on %s what is due on %s is %s, %i working days left', (today, targetOn, state, daysLeft) => {
  expect(dueLight(targetOn, on(today))).toMatchObject({ state, daysLeft });
});

it('late in the evening in Shanghai it is still the same day', () => {
  expect(dueLight('2026-09-30', { calendar, now: '2026-09-30T15:59:59.000Z' }).state).toBe('soon');
  expect(dueLight('2026-09-30', { calendar, now: '2026-09-30T16:00:00.000Z' }).state).toBe('overdue');
});
