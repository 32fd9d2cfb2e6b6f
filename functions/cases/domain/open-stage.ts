import { computeDeadline, type Deadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { RouteStage, RouteStep } from '#shared/regulation/profile.ts';
import { reminderSchedule } from '#shared/regulation/reminder-schedule.ts';
import type { DecisionContext } from './case-context.ts';
import type { TaskOpened } from './case-events.ts';
import type { CaseState, Holder, StepVisit, Task } from './case-state.ts';
import { planOf, type SeatedStage, seatedStage } from './plan-stages.ts';

/** A stage's service target for a task opened at an instant; undefined where the stage has none. */
export const targetOf = (
  { serviceTarget }: Pick<RouteStage, 'serviceTarget'>,
  openedAt: string,
  calendar: WorkingCalendar,
): Deadline | undefined =>
  serviceTarget &&
  computeDeadline(
    { from: shanghaiDateOf(new Date(openedAt)), ...serviceTarget.value, direction: 'after' },
    calendar,
  );

const reckoned = (target: Deadline | undefined) =>
  target
    ? {
        targetOn: target.dueOn,
        targetProvisional: target.provisional,
        calendarVersion: target.calendarVersion,
      }
    : {};

/** Target and first reminder on the holder's own calendar. */
export const clockOf = (
  stage: Pick<SeatedStage, 'serviceTarget'>,
  { tenant }: Holder,
  context: DecisionContext,
) => {
  const calendar = context.calendarOf(tenant);
  const openedAt = context.now;
  const target = reckoned(targetOf(stage, openedAt, calendar));
  const rules = context.rules.reminders.value;
  const [nextReminder] = reminderSchedule({ ...target, openedAt }, rules, calendar);
  return { openedAt, ...target, ...(nextReminder ? { nextReminder } : {}) };
};

/** Where tasks are opened: a visit to a step, at a place in its plan. */
export interface StagePlace {
  readonly step: RouteStep;
  readonly visit: Pick<StepVisit, 'visit' | 'plan'>;
  readonly stageIndex: number;
}

/** The tasks of one stage, one for each who decides in it, with their service target and first reminder. */
export const openStage = (
  state: CaseState,
  { step, visit, stageIndex }: StagePlace,
  context: DecisionContext,
): readonly TaskOpened[] => {
  const planned = planOf(step, visit)[stageIndex];
  if (!planned) throw new Error(`the step ${step.id} has no stage ${stageIndex}`);
  const stage = seatedStage(state, step, planned);
  const first = state.tasks.filter((task) => task.visit === visit.visit).length;
  return stage.holders.map((holder, seat) => {
    const task: Task = {
      taskId: `${visit.visit}-${first + seat}`,
      step: step.id,
      visit: visit.visit,
      stage: stage.id,
      stageIndex,
      ...(stage.question === undefined ? {} : { question: stage.question }),
      round: step.id === 'unitConfirmation' ? state.round + 1 : state.round,
      holder,
      ...clockOf(stage, holder, context),
    };
    return { type: 'TaskOpened', task };
  });
};
