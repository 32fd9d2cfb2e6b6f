import { cityTenantOf } from '#shared/kernel/tenant.ts';
import type { Outcome, Route, RouteEnd, RouteStage, RouteStep, StepId } from '#shared/regulation/profile.ts';
import type { CaseState, Holder } from './case-state.ts';

export const findStep = (route: Route, id: StepId): RouteStep => {
  const step = route.steps.find((candidate) => candidate.id === id);
  if (!step) throw new Error(`the route ${route.id} has no step ${id}`);
  return step;
};

export const findStage = (step: RouteStep, id: string): RouteStage => {
  const stage = step.stages.find((candidate) => candidate.id === id);
  if (!stage) throw new Error(`the step ${step.id} has no stage ${id}`);
  return stage;
};

/** Where an outcome leads; a route without that edge is a fault in the profile. */
export const nextOf = (step: RouteStep, outcome: Outcome): StepId | RouteEnd => {
  const next = step.next[outcome];
  if (!next) throw new Error(`the step ${step.id} has no way out for ${outcome}`);
  return next;
};

/** Who stands in a post of the route for this case: in the applicant's own unit, its county, or its city. */
export const holderOf = (
  state: Pick<CaseState, 'tenant' | 'organisation'>,
  { role, of }: RouteStage['holder'],
): Holder => {
  if (of === 'organisation') return { tenant: state.tenant, role, organisation: state.organisation.id };
  return { tenant: of === 'city' ? cityTenantOf(state.tenant) : state.tenant, role };
};
