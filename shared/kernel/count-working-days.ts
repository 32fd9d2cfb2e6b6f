import { addDays, type LocalDate } from './local-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

const countForward = (from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number => {
  let days = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1))
    if (calendar.day(date).working) days += 1;
  return days;
};

/**
 * Working days from one day to another, counted as limits are: the first day is excluded, the last included.
 * Negative when `to` lies before `from`; 0 on the same day.
 */
export const countWorkingDays = (from: LocalDate, to: LocalDate, calendar: WorkingCalendar): number =>
  to < from ? 0 - countForward(to, from, calendar) : countForward(from, to, calendar);
