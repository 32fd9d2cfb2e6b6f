import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { RouteStep } from '#shared/regulation/profile.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState, Task } from './case-state.ts';
import { invalidDecision } from './judge-decision.ts';
import { openStage } from './open-stage.ts';
import { planOf } from './plan-stages.ts';
import { nextOf } from './walk-route.ts';

/** Back to an earlier stage of the same step; once it agrees, straight on to where the matter was returned. */
const toStage = (
  state: CaseState,
  step: RouteStep,
  task: Task,
  stage: string,
  context: DecisionContext,
): Result<readonly CaseEvent[], Refusal> => {
  const visit = state.steps.find((candidate) => candidate.visit === task.visit);
  const stageIndex = planOf(step, visit).findIndex(
    (planned) => planned.by === 'route' && planned.stage === stage,
  );
  if (!visit || stageIndex < 0 || stageIndex >= task.stageIndex)
    return refuse(
      invalidDecision({
        pointer: '/returnTo',
        code: 'no-such-stage',
        message: '本环节此前没有这个步骤，请从列出的步骤中选择。',
      }),
    );
  return accept([
    { type: 'StageReopened', visit: visit.visit, stageIndex, resumeAt: task.stageIndex },
    ...openStage(state, { step, visit, stageIndex }, context),
  ]);
};

/**
 * What follows a return: out of the step, where the route says, or to a named earlier stage. Refused when the unit
 * would have to correct more often than the rules allow.
 */
export const returnMatter = (
  state: CaseState,
  step: RouteStep,
  task: Task,
  toStageId: string | undefined,
  context: DecisionContext,
): Result<readonly CaseEvent[], Refusal> => {
  if (toStageId !== undefined) return toStage(state, step, task, toStageId, context);
  const to = nextOf(step, 'Returned');
  const most = context.rules.mostRounds?.value;
  if (to === 'correction' && step.id !== 'unitConfirmation' && most !== undefined && state.round >= most)
    return refuse({
      code: 'rounds-used-up',
      detail: `本件已提交 ${state.round} 轮，达到上限，不能再退回申请单位，请通过或驳回。`,
    });
  return accept([{ type: 'StepClosed', step: step.id, visit: task.visit, outcome: 'Returned', to }]);
};
