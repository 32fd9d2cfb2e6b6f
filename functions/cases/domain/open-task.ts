import { computeDeadline, type Deadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { RouteStage, RouteStep } from '#shared/regulation/profile.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseState, Task } from './case-state.ts';
import { reminderSchedule } from './reminder-schedule.ts';
import { findStage, holderOf } from './walk-route.ts';

/** A stage's service target for a task opened at an instant; undefined where the stage has none. */
export const targetOf = (
  { serviceTarget }: RouteStage,
  openedAt: string,
  calendar: WorkingCalendar,
): Deadline | undefined =>
  serviceTarget &&
  computeDeadline(
    { from: shanghaiDateOf(new Date(openedAt)), ...serviceTarget.value, direction: 'after' },
    calendar,
  );

/** Unique within the case. */
export const taskIdOf = (visit: number, stageIndex: number): string => `${visit}-${stageIndex}`;

const reckoned = (target: Deadline | undefined) =>
  target
    ? {
        targetOn: target.dueOn,
        targetProvisional: target.provisional,
        calendarVersion: target.calendarVersion,
      }
    : {};

/** The task of one stage, held by whom the route says, with its target and first reminder on the holder's calendar. */
export const openTask = (
  state: CaseState,
  step: RouteStep,
  visit: number,
  stageIndex: number,
  context: DecisionContext,
): Task => {
  const stage = findStage(step, stageIndex);
  const holder = holderOf(state, stage.holder);
  const calendar = context.calendarOf(holder.tenant);
  const openedAt = context.now;
  const target = reckoned(targetOf(stage, openedAt, calendar));
  const [nextReminder] = reminderSchedule({ ...target, openedAt }, context.rules.reminders.value, calendar);
  return {
    taskId: taskIdOf(visit, stageIndex),
    step: step.id,
    visit,
    stage: stage.id,
    stageIndex,
    round: step.id === 'unitConfirmation' ? state.round + 1 : state.round,
    holder,
    openedAt,
    ...target,
    ...(nextReminder ? { nextReminder } : {}),
  };
};
