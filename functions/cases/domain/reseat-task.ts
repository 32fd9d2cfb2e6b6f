import type { DecisionContext } from './case-context.ts';
import type { TaskOpened } from './case-events.ts';
import type { CaseState, Holder, Reseating, Task } from './case-state.ts';
import { clockOf } from './open-stage.ts';
import { findStage, findStep, holderOf } from './walk-route.ts';
import { isReview } from './who-may.ts';

/** Who decides in place of a task's post, in order; nobody where the post need not be free of makers. */
export const substitutesOf = (
  state: CaseState,
  task: Task,
  { route }: Pick<DecisionContext, 'route'>,
): readonly Holder[] => {
  if (!isReview(task) || task.question !== undefined) return [];
  const { standsIn = [] } = findStage(findStep(route, task.step), task.stage);
  return standsIn.map((post) => holderOf(state, post));
};

/** Nobody reviews what they made: whether a post has people, and all of them made the application. */
export const madeByAll = (persons: readonly string[], { makers }: Pick<CaseState, 'makers'>): boolean =>
  persons.length > 0 && persons.every((person) => makers.includes(person));

/** A task as it is opened for somebody else than it was meant for, on their own calendar. */
export const reseatTask = (
  { task }: TaskOpened,
  holder: Holder,
  why: Reseating['why'],
  context: DecisionContext,
): TaskOpened => {
  const { targetOn, targetProvisional, calendarVersion, nextReminder, ...rest } = task;
  const stage = task.question === undefined ? findStage(findStep(context.route, task.step), task.stage) : {};
  return {
    type: 'TaskOpened',
    task: { ...rest, holder, reseated: { role: task.holder.role, why }, ...clockOf(stage, holder, context) },
  };
};
