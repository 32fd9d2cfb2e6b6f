import type { DecisionContext } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState, Task } from './case-state.ts';
import { reminderSchedule } from './reminder-schedule.ts';
import { findStage, findStep } from './walk-route.ts';

/** The head is told once, on the day that the rules name or on the first reminder after it. */
const escalates = (task: Task, day: number, { rules }: DecisionContext): boolean => {
  const stage = findStage(findStep(rules.routes.countyDepartment, task.step), task.stageIndex);
  const { escalateOn } = rules.reminders.value;
  return stage.escalatesTo !== undefined && day >= escalateOn && task.reminded?.escalated !== true;
};

/**
 * 提醒 one task, by the calendar as it stands now. Of several reminders that have come due only the newest is given,
 * each at most once and none for a closed task; when the calendar has moved the next one, only that is noted.
 */
export const remindTask = (
  taskId: string,
  state: CaseState,
  context: DecisionContext,
): readonly CaseEvent[] => {
  const task = state.tasks.find((candidate) => candidate.taskId === taskId);
  if (!task || task.decision || !task.nextReminder) return [];
  const given = task.reminded?.day ?? Number.NEGATIVE_INFINITY;
  const left = reminderSchedule(task, context.rules.reminders.value, context.calendar).filter(
    ({ day }) => day > given,
  );
  const due = left.findLast(({ at }) => at <= context.now);
  const next = left.find(({ at }) => at > context.now);
  if (!due && next?.at === task.nextReminder.at) return [];
  const upcoming = next ? { next } : {};
  if (!due) return [{ type: 'ReminderMoved', taskId, ...upcoming }];
  const escalated = escalates(task, due.day, context);
  return [{ type: 'TaskReminded', taskId, day: due.day, escalated, ...upcoming }];
};
