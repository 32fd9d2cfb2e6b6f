import type { RouteStage, RouteStep } from '#shared/regulation/profile.ts';
import type { CaseState, Holder, PlannedStage, StepVisit } from './case-state.ts';
import { findStage, holderOf } from './walk-route.ts';

/** A stage as it is to be opened: who decides in it, together or one for all. */
export interface SeatedStage {
  readonly id: string;
  readonly mode: 'one' | 'all' | 'any';
  readonly holders: readonly Holder[];
  readonly verbs: RouteStage['verbs'];
  readonly assesses: boolean;
  readonly serviceTarget?: NonNullable<RouteStage['serviceTarget']>;
  readonly hears?: NonNullable<RouteStage['hears']>;
  /** Asked of countersigners. */
  readonly question?: string;
}

/** Most people who may decide in one stage. */
export const mostSigners = 40;

/** The stages of a visit in order: the route's, unless a holder put others between. */
export const planOf = (
  step: RouteStep,
  visit: Pick<StepVisit, 'plan'> | undefined,
): readonly PlannedStage[] => visit?.plan ?? step.stages.map(({ id }) => ({ by: 'route', stage: id }));

const seatedByRoute = (state: CaseState, stage: RouteStage): SeatedStage => ({
  id: stage.id,
  mode: stage.together?.mode ?? 'one',
  holders: [stage.holder, ...(stage.together?.with ?? [])].map((holder) => holderOf(state, holder)),
  verbs: stage.verbs,
  assesses: stage.assesses,
  ...(stage.hears === undefined ? {} : { hears: stage.hears }),
  ...(stage.serviceTarget === undefined ? {} : { serviceTarget: stage.serviceTarget }),
});

/** A stage of the plan; undefined behind its end. */
export const seatedStage = (state: CaseState, step: RouteStep, planned: PlannedStage): SeatedStage =>
  planned.by === 'route'
    ? seatedByRoute(state, findStage(step, planned.stage))
    : {
        id: planned.stage,
        mode: planned.mode,
        holders: planned.signers,
        // To object is to hand the matter back to whoever asked.
        verbs: ['approve', 'return'],
        assesses: false,
        question: planned.question,
      };
