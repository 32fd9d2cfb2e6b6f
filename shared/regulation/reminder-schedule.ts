import { computeDeadline } from '#shared/kernel/deadline.ts';
import { type LocalDate, shanghaiDateOf, shanghaiInstant } from '#shared/kernel/local-date.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { ReminderRules } from './route-spec.ts';

/** 提醒: `day` counts working days from the target day, -1 the one before, 0 the day itself, 1 the first after. */
export interface Reminder {
  readonly day: number;
  /** Business time, ISO instant. */
  readonly at: string;
}

const dateOf = (target: LocalDate, day: number, calendar: WorkingCalendar): LocalDate => {
  // A notice can make the target day itself a holiday; the reminder of the day then comes on the next working day.
  if (day === 0 && calendar.day(target).working) return target;
  return computeDeadline(
    {
      from: target,
      amount: Math.max(1, Math.abs(day)),
      unit: 'workingDay',
      direction: day < 0 ? 'before' : 'after',
    },
    calendar,
  ).dueOn;
};

/**
 * Every reminder of a task, in order: on working days only, make-up workdays 调休 among them, and never on the day on
 * which the task arrived.
 */
export const reminderSchedule = (
  task: { readonly targetOn?: LocalDate; readonly openedAt: string },
  rules: ReminderRules,
  calendar: WorkingCalendar,
): readonly Reminder[] => {
  const { targetOn, openedAt } = task;
  if (targetOn === undefined) return [];
  const arrived = shanghaiDateOf(new Date(openedAt));
  const first = rules.before > 0 ? [-rules.before] : [];
  const after = Array.from({ length: rules.after }, (_, index) => index + 1);
  return [...first, 0, ...after]
    .map((day) => ({ day, on: dateOf(targetOn, day, calendar) }))
    .filter(({ on }) => on > arrived)
    .map(({ day, on }) => ({ day, at: shanghaiInstant(on, rules.time).toISOString() }));
};

/** What a reminder is reckoned from; `given`: the day of the last one, where there was one. */
interface Reminded {
  readonly targetOn?: LocalDate;
  readonly openedAt: string;
  readonly given?: number | undefined;
}

/** Reminders that have not been given: the newest that is due, and the first that is not. */
export const upcomingReminders = (
  { given = Number.NEGATIVE_INFINITY, ...matter }: Reminded,
  rules: ReminderRules,
  { calendar, now }: { readonly calendar: WorkingCalendar; readonly now: string },
): { readonly due: Reminder | undefined; readonly next: Reminder | undefined } => {
  const left = reminderSchedule(matter, rules, calendar).filter(({ day }) => day > given);
  return { due: left.findLast(({ at }) => at <= now), next: left.find(({ at }) => at > now) };
};

/** What is found due on a day off waits for the next working morning. */
export const onWorkingMorning = (
  due: Reminder,
  { time }: Pick<ReminderRules, 'time'>,
  { calendar, now }: { readonly calendar: WorkingCalendar; readonly now: string },
): Reminder => {
  const today = shanghaiDateOf(new Date(now));
  if (calendar.day(today).working) return due;
  const { dueOn } = computeDeadline(
    { from: today, amount: 1, unit: 'workingDay', direction: 'after' },
    calendar,
  );
  return { ...due, at: shanghaiInstant(dueOn, time).toISOString() };
};
