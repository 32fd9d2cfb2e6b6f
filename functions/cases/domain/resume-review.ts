import type { Route, RouteStage, RouteStep } from '#shared/regulation/profile.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseState, Task } from './case-state.ts';

/** The oldest round whose assessments still speak of what is asked for now. */
export const assessedSince = ({ round, assessableSince }: Pick<CaseState, 'round' | 'assessableSince'>) =>
  assessableSince ?? round;

/** Who sent the application back to the unit when the step was last left; undefined when it was left otherwise. */
const returnerIn = ({ steps, tasks }: CaseState, step: RouteStep): Task | undefined => {
  const last = steps.findLast((visit) => visit.step === step.id);
  if (last?.outcome !== 'Returned' || step.next.Returned !== 'correction') return undefined;
  return tasks.findLast(({ visit, decision }) => visit === last.visit && decision?.outcome === 'return');
};

interface Returner {
  readonly index: number;
  readonly stage: RouteStage;
  /** A stage before it has given its word line by line. */
  readonly rests: boolean;
  readonly round: number;
}

const placeOf = (step: RouteStep, returner: Task | undefined): Returner | undefined => {
  const index = step.stages.findIndex(({ id }) => id === returner?.stage);
  const stage = step.stages[index];
  if (!returner || !stage) return undefined;
  const rests = step.stages.slice(0, index).some(({ assesses }) => assesses);
  return { index, stage, round: returner.round, rests };
};

type Rules = Pick<DecisionContext, 'rules'>;

/**
 * The stage at which a step is opened: the first, or after a correction the one that returned it, where the rules say
 * so. What was assessed before that stage holds for the very same lines only; others are assessed anew (yc-cloud-16-1).
 */
export const resumedStage = (state: CaseState, step: RouteStep, { rules }: Rules): number => {
  if (rules.resubmission?.value !== 'toReturner') return 0;
  const returner = placeOf(step, returnerIn(state, step));
  if (!returner) return 0;
  return returner.rests && assessedSince(state) > returner.round ? 0 : returner.index;
};

/** Where an application that is being corrected goes once the unit has confirmed it. */
export interface WayBack {
  readonly step: RouteStep;
  readonly to: RouteStage;
  /** Where it goes instead, once something is altered that was assessed. */
  readonly otherwise?: RouteStage;
}

const isWithUnit = ({ flow }: CaseState): boolean => {
  const at = flow.at === 'step' ? flow.step : flow.at === 'moving' ? flow.to : undefined;
  return at === 'correction' || at === 'unitConfirmation';
};

/** Undefined unless a review has sent the application back and the unit still has it. */
export const wayBack = (state: CaseState, route: Route, { rules }: Rules): WayBack | undefined => {
  if (!isWithUnit(state)) return undefined;
  const step = route.steps.find(
    ({ id, next }) => id !== 'unitConfirmation' && next.Returned === 'correction',
  );
  const returner = step && placeOf(step, returnerIn(state, step));
  const first = step?.stages[0];
  if (!step || !returner || !first) return undefined;
  if (rules.resubmission?.value !== 'toReturner') return { step, to: first };
  return { step, to: returner.stage, ...(returner.rests ? { otherwise: first } : {}) };
};
