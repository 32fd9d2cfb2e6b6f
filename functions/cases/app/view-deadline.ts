import type { TaskView } from '#shared/contracts/case-tasks.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { Task } from '../domain/case-state.ts';
import { targetOf } from '../domain/open-stage.ts';
import { findStage, findStep } from '../domain/walk-route.ts';

/**
 * How an open task's target was reckoned. Absent while a published notice is still on its way to the task: the days
 * passed over would not be those behind the date that is shown.
 */
export const viewDeadline = (task: Task, context: DecisionContext): Pick<TaskView, 'deadline'> => {
  if (task.decision || task.targetOn === undefined) return {};
  const stage = findStage(findStep(context.route, task.step), task.stage);
  const target = targetOf(stage, task.openedAt, context.calendarOf(task.holder.tenant));
  if (!stage.serviceTarget || target?.dueOn !== task.targetOn) return {};
  return {
    deadline: {
      from: shanghaiDateOf(new Date(task.openedAt)),
      amount: stage.serviceTarget.value.amount,
      clause: stage.serviceTarget.clause,
      calendarVersion: target.calendarVersion,
      skipped: [...target.skipped],
    },
  };
};
