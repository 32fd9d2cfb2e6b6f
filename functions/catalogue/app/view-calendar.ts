import type { CalendarView } from '#shared/contracts/calendar.ts';
import { addDays, type LocalDate, weekdayOf, yearOf } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { type CalendarOverlay, createWorkingCalendar } from '#shared/kernel/working-calendar.ts';

const datesOf = (year: number): LocalDate[] => {
  const dates: LocalDate[] = [];
  for (let date = `${year}-01-01`; yearOf(date) === year; date = addDays(date, 1)) dates.push(date);
  return dates;
};

const isPlainWorkday = (date: LocalDate): boolean => weekdayOf(date) > 0 && weekdayOf(date) < 6;

/** 工作日历 of one year as a tenant's deadlines are computed by it: what differs from the plain week, and why. */
export const viewCalendar = (overlay: CalendarOverlay, tenant: TenantId, year: number): CalendarView => {
  const calendar = createWorkingCalendar(overlay, tenant);
  const all = datesOf(year).map((date) => ({ date, ...calendar.day(date) }));
  const local = new Set(overlay.days.filter(({ scope }) => scope !== undefined).map(({ date }) => date));
  return {
    version: calendar.version,
    year,
    provisional: all.some(({ provisional }) => provisional),
    workingDays: all.filter(({ working }) => working).length,
    days: all
      .filter(({ date, working }) => working !== isPlainWorkday(date))
      .map(({ date, working, reason }) => ({
        date,
        kind: working ? 'workday' : 'holiday',
        reason,
        local: local.has(date),
      })),
  };
};
