import { expect, it } from 'vitest';
import { nextWorkingTime } from '#functions/notify/domain/next-working-time.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';

const hours = [
  { from: '08:30', to: '12:00' },
  { from: '14:30', to: '18:00' },
];

it.each([
  ['in working hours', '2026-11-26T10:00', '2026-11-26T10:00'],
  ['when they begin', '2026-11-26T08:30', '2026-11-26T08:30'],
  ['early in the morning', '2026-11-26T03:00', '2026-11-26T08:30'],
  ['at noon', '2026-11-26T12:00', '2026-11-26T14:30'],
  ['in the evening', '2026-11-26T18:00', '2026-11-27T08:30'],
  ['on Friday evening', '2026-11-27T20:00', '2026-11-30T08:30'],
  ['on New Year’s Eve', '2026-02-14T18:30', '2026-02-24T08:30'],
  ['on a make-up Saturday', '2026-02-28T09:00', '2026-02-28T09:00'],
])('what is told %s goes out in the next working time', (_, now, expected) => {
  const next = nextWorkingTime(new Date(`${now}:00+08:00`), hours, createWorkingCalendar());
  expect(next).toEqual(new Date(`${expected}:00+08:00`));
});
