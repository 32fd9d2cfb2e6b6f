import { computeDeadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf, shanghaiInstant } from '#shared/kernel/local-date.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState, Task } from './case-state.ts';
import { type Reminder, reminderSchedule } from './reminder-schedule.ts';
import { findStage, findStep } from './walk-route.ts';

/** The head is told once, on the day that the rules name or on the first reminder after it. */
const escalates = (task: Task, day: number, { rules, route }: DecisionContext): boolean => {
  const stage = findStage(findStep(route, task.step), task.stage);
  const { escalateOn } = rules.reminders.value;
  return stage.escalatesTo !== undefined && day >= escalateOn && task.reminded?.headTold !== true;
};

/** Reminders of a task that have not been given: the newest that is due, and the first that is not. */
export const upcoming = (task: Task, { rules, calendarOf, now }: DecisionContext) => {
  const calendar = calendarOf(task.holder.tenant);
  const given = task.reminded?.day ?? Number.NEGATIVE_INFINITY;
  const left = reminderSchedule(task, rules.reminders.value, calendar).filter(({ day }) => day > given);
  const due = left.findLast(({ at }) => at <= now);
  return { due, next: left.find(({ at }) => at > now) };
};

/** What is found due on a day off waits for the next working morning. */
const onWorkingDay = (due: Reminder, task: Task, { rules, calendarOf, now }: DecisionContext): Reminder => {
  const calendar = calendarOf(task.holder.tenant);
  const today = shanghaiDateOf(new Date(now));
  if (calendar.day(today).working) return due;
  const { dueOn } = computeDeadline(
    { from: today, amount: 1, unit: 'workingDay', direction: 'after' },
    calendar,
  );
  return { ...due, at: shanghaiInstant(dueOn, rules.reminders.value.time).toISOString() };
};

/**
 * 提醒 one task, by the calendar as it stands now. Of several reminders that have come due only the newest is given,
 * each at most once, on working days only, and none for a closed task; when the calendar has moved the next one, only
 * that is noted.
 */
export const remindTask = (
  taskId: string,
  state: CaseState,
  context: DecisionContext,
): readonly CaseEvent[] => {
  const task = state.tasks.find((candidate) => candidate.taskId === taskId);
  if (!task || task.decision || !task.nextReminder) return [];
  const { due, next } = upcoming(task, context);
  const given = due && onWorkingDay(due, task, context);
  if (given && given.at <= context.now) {
    const escalated = escalates(task, given.day, context);
    return [{ type: 'TaskReminded', taskId, day: given.day, escalated, ...(next ? { next } : {}) }];
  }
  const first = given ?? next;
  if (first?.at === task.nextReminder.at) return [];
  return [{ type: 'ReminderMoved', taskId, ...(first ? { next: first } : {}) }];
};
