import { computeDeadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { RouteStep } from '#shared/regulation/profile.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseState, Task } from './case-state.ts';
import { reminderSchedule } from './reminder-schedule.ts';
import { findStage, holderOf } from './walk-route.ts';

const targetOf = (stage: ReturnType<typeof findStage>, context: DecisionContext) => {
  if (!stage.serviceTarget) return {};
  const { dueOn, provisional } = computeDeadline(
    { from: shanghaiDateOf(new Date(context.now)), ...stage.serviceTarget.value, direction: 'after' },
    context.calendar,
  );
  return { targetOn: dueOn, targetProvisional: provisional };
};

/** Unique within the case. */
export const taskIdOf = (visit: number, stageIndex: number): string => `${visit}-${stageIndex}`;

/** The task of one stage, held by whom the route says, with its service target and first reminder by the calendar. */
export const openTask = (
  state: CaseState,
  step: RouteStep,
  visit: number,
  stageIndex: number,
  context: DecisionContext,
): Task => {
  const stage = findStage(step, stageIndex);
  const openedAt = context.now;
  const target = targetOf(stage, context);
  const { rules, calendar } = context;
  const [nextReminder] = reminderSchedule({ ...target, openedAt }, rules.reminders.value, calendar);
  return {
    taskId: taskIdOf(visit, stageIndex),
    step: step.id,
    visit,
    stage: stage.id,
    stageIndex,
    round: step.id === 'unitConfirmation' ? state.round + 1 : state.round,
    holder: holderOf(state, stage.holder),
    openedAt,
    ...target,
    ...(nextReminder ? { nextReminder } : {}),
  };
};
