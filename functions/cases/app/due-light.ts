import type { DueLight } from '#shared/contracts/case-tasks.ts';
import { countWorkingDays } from '#shared/kernel/count-working-days.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { Task } from '../domain/case-state.ts';

/** Working days before the reference day from which the light warns; a matter of display, not of any rule. */
const warnWithin = 2;

export interface Today {
  readonly calendar: WorkingCalendar;
  readonly now: string;
}

/** Today as whoever holds a task counts it. */
export const todayOf = (
  { holder }: Pick<Task, 'holder'>,
  { calendarOf, now }: Pick<DecisionContext, 'calendarOf' | 'now'>,
): Today => ({ calendar: calendarOf(holder.tenant), now });

/** While the applicant corrects, nothing runs against the desk that returned it. */
export const pausedLight: DueLight = { state: 'paused', word: '已暂停' };

/** 正常 / 将到期 / 已超期 on the business day, in working days of the tenant's calendar; late from the day after. */
export const dueLight = (targetOn: string, { calendar, now }: Today): DueLight => {
  const today = shanghaiDateOf(new Date(now));
  const daysLeft = countWorkingDays(today, targetOn, calendar);
  // A weekend after the reference day is late too, though no working day has passed.
  if (today > targetOn) return { state: 'overdue', word: '已超期', daysLeft: Math.min(daysLeft, 0) };
  return daysLeft <= warnWithin
    ? { state: 'soon', word: '将到期', daysLeft }
    : { state: 'normal', word: '正常', daysLeft };
};

/** Working days that a desk had something, up to now where it still has it; 0 within one day. */
export const workingDaysOn = (
  openedAt: string,
  closedAt: string | undefined,
  { calendar, now }: Today,
): number =>
  countWorkingDays(shanghaiDateOf(new Date(openedAt)), shanghaiDateOf(new Date(closedAt ?? now)), calendar);
