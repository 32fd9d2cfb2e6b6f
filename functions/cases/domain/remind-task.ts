import { onWorkingMorning, upcomingReminders } from '#shared/regulation/reminder-schedule.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState, Task } from './case-state.ts';
import { findStage, findStep } from './walk-route.ts';

/** The head is told once, on the day that the rules name or on the first reminder after it. */
const escalates = (task: Task, day: number, { rules, route }: DecisionContext): boolean => {
  const stage = findStage(findStep(route, task.step), task.stage);
  const { escalateOn } = rules.reminders.value;
  return stage.escalatesTo !== undefined && day >= escalateOn && task.reminded?.headTold !== true;
};

/** Today as the holder of a task counts it. */
const todayOf = (task: Task, { calendarOf, now }: DecisionContext) => ({
  calendar: calendarOf(task.holder.tenant),
  now,
});

/** Reminders of a task that have not been given: the newest that is due, and the first that is not. */
export const upcoming = (task: Task, context: DecisionContext) =>
  upcomingReminders(
    { ...task, given: task.reminded?.day },
    context.rules.reminders.value,
    todayOf(task, context),
  );

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
  const given = due && onWorkingMorning(due, context.rules.reminders.value, todayOf(task, context));
  if (given && given.at <= context.now) {
    const escalated = escalates(task, given.day, context);
    return [{ type: 'TaskReminded', taskId, day: given.day, escalated, ...(next ? { next } : {}) }];
  }
  const first = given ?? next;
  if (first?.at === task.nextReminder.at) return [];
  return [{ type: 'ReminderMoved', taskId, ...(first ? { next: first } : {}) }];
};
