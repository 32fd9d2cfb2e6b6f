import { onWorkingMorning, upcomingReminders } from '#shared/regulation/reminder-schedule.ts';
import type { ObligationEvent } from './obligation-events.ts';
import { type Obligation, statusOf } from './obligation-state.ts';
import { kindOf, type Reckoning, remindersOf } from './reckon-due.ts';

const escalates = ({ reminded, kind }: Obligation, day: number, { rules }: Reckoning): boolean =>
  kindOf(rules, kind).lapse.value !== 'reminds' &&
  day >= rules.reminders.value.escalateOn &&
  reminded?.escalated !== true;

/**
 * 提醒 by the calendar as it stands now: of several that have come due only the newest, each at most once, on working
 * mornings only, none while it is paused or closed. When the calendar has moved the next one, only that is noted.
 */
export const remindObligation = (
  obligation: Obligation | undefined,
  reckoning: Reckoning,
): readonly ObligationEvent[] => {
  if (!obligation?.due || !obligation.nextReminder || statusOf(obligation) !== 'open') return [];
  const { due: targetDue, openedAt, reminded, kind } = obligation;
  const reminders = remindersOf(reckoning.rules, kind);
  const { due, next } = upcomingReminders(
    { targetOn: targetDue.dueOn, openedAt, given: reminded?.day },
    reminders,
    reckoning,
  );
  const given = due && onWorkingMorning(due, reminders, reckoning);
  if (given && given.at <= reckoning.now) {
    const escalated = escalates(obligation, given.day, reckoning);
    return [{ type: 'ObligationReminded', day: given.day, escalated, ...(next ? { next } : {}) }];
  }
  const first = given ?? next;
  if (first?.at === obligation.nextReminder.at) return [];
  return [{ type: 'ReminderMoved', ...(first ? { next: first } : {}) }];
};
