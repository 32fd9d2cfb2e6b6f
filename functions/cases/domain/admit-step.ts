import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { Outcome, StepId } from '#shared/regulation/profile.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState } from './case-state.ts';
import { openStage } from './open-stage.ts';
import { resumedStage } from './resume-review.ts';
import { findStep } from './walk-route.ts';

/** What the machine's wish to wait in a step comes to. */
export type StepAdmission =
  | { readonly as: 'opened'; readonly visit: number; readonly events: readonly CaseEvent[] }
  /** Already open: a redrive or a replay; only its token is new. */
  | { readonly as: 'alreadyOpen'; readonly visit: number }
  /** Already decided: nothing is written, the outcome is sent at once. */
  | { readonly as: 'decided'; readonly outcome: Outcome };

/**
 * Opens a step for the machine, once. Whatever else arrives for it, late or twice, changes nothing.
 * Refused when the machine asks for a step that the case neither expects nor ever visited.
 */
export const admitStep = (
  stepId: StepId,
  state: CaseState,
  context: DecisionContext,
): Result<StepAdmission, 'unexpected-step'> => {
  const { flow } = state;
  if (flow.at === 'moving' && flow.to === stepId) {
    const visit = state.steps.length + 1;
    const step = findStep(context.route, stepId);
    return accept({
      as: 'opened',
      visit,
      events: [
        { type: 'StepOpened', step: stepId, visit },
        ...openStage(
          state,
          { step, visit: { visit }, stageIndex: resumedStage(state, step, context) },
          context,
        ),
      ],
    });
  }
  if (flow.at === 'step' && flow.step === stepId) return accept({ as: 'alreadyOpen', visit: flow.visit });
  // Before an earlier visit's outcome, which would send the machine round and round.
  if (flow.at === 'withdrawn') return accept({ as: 'decided', outcome: 'Withdrawn' });
  const visited = state.steps.findLast((visit) => visit.step === stepId);
  if (visited?.outcome) return accept({ as: 'decided', outcome: visited.outcome });
  return refuse('unexpected-step');
};
