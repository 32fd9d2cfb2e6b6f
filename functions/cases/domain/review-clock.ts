import { countWorkingDays } from '#shared/kernel/count-working-days.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseState, StepVisit } from './case-state.ts';

/** 审核用时 of a case over all its rounds. */
export interface ReviewClock {
  /** Working days in the hands of reviewers; the day on which a visit began is not counted. */
  readonly workingDays: number;
  readonly state: 'running' | 'paused' | 'stopped';
  readonly calendarVersion: string;
}

const isReview = ({ step }: Pick<StepVisit, 'step'>): boolean =>
  step === 'localReview' || step === 'cityRecheck';

const stateOf = ({ flow }: CaseState): ReviewClock['state'] => {
  if (flow.at === 'step') return isReview(flow) ? 'running' : 'paused';
  if (flow.at === 'moving' && flow.to !== 'complete')
    return isReview({ step: flow.to }) ? 'running' : 'paused';
  return 'stopped';
};

/**
 * The working days that review has taken: only visits to reviewing steps count, so that it stands still while the
 * applicant corrects and confirms anew. Undefined before the first review.
 */
export const reviewClock = (state: CaseState, context: DecisionContext): ReviewClock | undefined => {
  const visits = state.steps.filter(isReview);
  if (visits.length === 0) return undefined;
  const dayOf = (instant: string) => shanghaiDateOf(new Date(instant));
  const calendarOf = ({ visit }: StepVisit) =>
    context.calendarOf(state.tasks.find((task) => task.visit === visit)?.holder.tenant ?? state.tenant);
  const workingDays = visits.reduce(
    (sum, visit) =>
      sum + countWorkingDays(dayOf(visit.openedAt), dayOf(visit.closedAt ?? context.now), calendarOf(visit)),
    0,
  );
  return {
    workingDays,
    state: stateOf(state),
    calendarVersion: context.calendarOf(state.tenant).version,
  };
};
