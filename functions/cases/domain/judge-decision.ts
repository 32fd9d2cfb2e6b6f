import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import type { CaseState, Task } from './case-state.ts';
import { checkAssessment } from './check-assessment.ts';
import { checkDuplicates } from './check-duplicates.ts';
import type { DecideTask } from './decision.ts';
import type { SeatedStage } from './plan-stages.ts';

export const invalidDecision = (...errors: readonly FieldRefusal[]): Refusal => ({
  code: 'decision-invalid',
  detail: '请按下列提示补全后再办。',
  errors,
});

const objectionToApproval = (
  command: DecideTask,
  stage: SeatedStage,
  task: Task,
  state: CaseState,
): Refusal | undefined => {
  if (!stage.assesses) return undefined;
  const { opinion, assessments = [], lineNos, duplicates, nonEquivalence = [] } = command;
  const errors = [
    ...checkAssessment(opinion, assessments, lineNos),
    ...checkDuplicates(duplicates, nonEquivalence, state, task.round),
  ];
  return errors.length > 0 ? invalidDecision(...errors) : undefined;
};

/** 审议: the conclusion, passed or not, comes after the others' word on this round, and in writing. */
const objectionToConclusion = (
  { verb, opinion }: DecideTask,
  { hears }: SeatedStage,
  { visit }: Task,
  { tasks }: CaseState,
  { personId }: Actor,
): Refusal | undefined => {
  if (hears === undefined || verb === 'return') return undefined;
  const words = tasks.flatMap(({ visit: of, question, decision }) =>
    of === visit &&
    question !== undefined &&
    (decision?.outcome === 'approve' || decision?.outcome === 'return')
      ? decision.by.personId
      : [],
  );
  const heard = new Set(words.filter((of) => of !== personId));
  if (heard.size < hears.value)
    return invalidDecision({
      pointer: '/verb',
      code: 'not-heard',
      message: `审议须听取相关部门意见：请先用“加签”请至少 ${hears.value} 人会签，再作结论。`,
      clause: hears.clause,
    });
  return opinion
    ? undefined
    : invalidDecision({
        pointer: '/opinion',
        code: 'required',
        message: '请写明审议结论。',
        clause: hears.clause,
      });
};

/** What a stage must be told with a verb; undefined when the decision is complete. */
export const objectionToDecision = (
  command: DecideTask,
  stage: SeatedStage,
  task: Task,
  state: CaseState,
  actor: Actor,
): Refusal | undefined => {
  if (!stage.verbs.includes(command.verb))
    return invalidDecision({
      pointer: '/verb',
      code: 'verb-not-offered',
      message: '本环节不能这样办理，请从待办所列方式中选择。',
    });
  const assesses = stage.assesses && command.verb === 'approve';
  const stray = (['assessments', 'nonEquivalence'] as const).find((part) => command[part] && !assesses);
  if (stray)
    return invalidDecision({
      pointer: `/${stray}`,
      code: 'not-assessing',
      message: '只有评估环节通过时才填写评估数量和重复采购的说明，请删除。',
    });
  if (command.returnTo !== undefined && command.verb !== 'return')
    return invalidDecision({
      pointer: '/returnTo',
      code: 'not-returning',
      message: '只有退回时才选择退回对象，请删除。',
    });
  const early = objectionToConclusion(command, stage, task, state, actor);
  if (early) return early;
  if (command.verb !== 'approve')
    return command.opinion
      ? undefined
      : invalidDecision({
          pointer: '/opinion',
          code: 'required',
          message: '退回或驳回须写明理由，请填写意见。',
        });
  return objectionToApproval(command, stage, task, state);
};
