import { addDays, shanghaiDateOf, shanghaiInstant } from '#shared/kernel/local-date.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { MessageHours } from '#shared/regulation/profile.ts';

/** Longer than any arrangement of holidays. */
const daysAhead = 60;

/** The first instant from `now` on that lies within working hours of a working day: `now` itself, or the next start. */
export const nextWorkingTime = (now: Date, hours: MessageHours, calendar: WorkingCalendar): Date => {
  const today = shanghaiDateOf(now);
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const date = addDays(today, ahead);
    if (!calendar.day(date).working) continue;
    const span = hours.find(({ to }) => shanghaiInstant(date, to) > now);
    if (!span) continue;
    const start = shanghaiInstant(date, span.from);
    return start > now ? start : now;
  }
  throw new Error(`no working day within ${daysAhead} days of ${today}`);
};
