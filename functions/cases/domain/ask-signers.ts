import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import { actedFor, type Decided, type DecisionContext } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState, Holder, PlannedStage, Task } from './case-state.ts';
import { objectionToHolding } from './hold-task.ts';
import { openStage } from './open-stage.ts';
import { mostSigners, planOf } from './plan-stages.ts';
import type { Colleague } from './transfer-task.ts';
import { findStep } from './walk-route.ts';
import { isReview } from './who-may.ts';

/** Somebody who is asked, and in which post they answer. */
export interface Signer extends Colleague {
  readonly holder: Holder;
}

export interface AskSigners {
  readonly taskId: string;
  /** 前加签: they decide first. 后加签: they decide once the asker has agreed. */
  readonly position: 'before' | 'after';
  readonly mode: 'all' | 'any';
  /** Undefined where a named membership does not stand. */
  readonly signers: readonly (Signer | undefined)[];
  readonly question: string;
}

const problemsOf = (command: AskSigners, state: CaseState, actor: Actor): readonly FieldRefusal[] => {
  const at = (index: number, message: string): FieldRefusal => ({
    pointer: `/signers/${index}`,
    code: 'not-a-signer',
    message,
  });
  const seen = new Set<string>();
  const single = command.signers.flatMap((signer, index) => {
    if (!signer) return [at(index, '没有这个人，或不在可以加签的岗位任职，请重新选择。')];
    if (signer.personId === actor.personId) return [at(index, '不能加签给自己，请删除。')];
    if (state.makers.includes(signer.personId))
      return [at(index, `${signer.name}参与了本件的编制，不能参加审核，请删除。`)];
    if (seen.has(signer.personId)) return [at(index, `${signer.name}重复，请删除。`)];
    seen.add(signer.personId);
    return [];
  });
  return command.signers.length >= 1 && command.signers.length <= mostSigners
    ? single
    : [{ pointer: '/signers', code: 'signer-count', message: `请选择 1 至 ${mostSigners} 人。` }];
};

/** Those who decide beside the asker would be left in a stage that has moved on. */
const decidesWithOthers = (task: Task, state: CaseState): boolean =>
  state.tasks.some((other) => !other.decision && other.taskId !== task.taskId && other.visit === task.visit);

const signersIn = (plan: readonly PlannedStage[]): number =>
  plan.reduce((sum, planned) => sum + (planned.by === 'holder' ? planned.signers.length : 0), 0);

/** 加签: puts a stage of named people before or behind the actor's own, where 会签 all must agree and 或签 one is enough. */
export const askSigners = (
  command: AskSigners,
  state: CaseState,
  actor: Actor,
  context: DecisionContext,
): Decided => {
  const task = state.tasks.find(({ taskId }) => taskId === command.taskId);
  if (!task) return refuse({ code: 'not-found', detail: '没有这件待办。' });
  const objection = objectionToHolding(task, state, actor);
  if (objection) return refuse(objection);
  if (!isReview(task) || task.question !== undefined)
    return refuse({ code: 'not-allowed', detail: '只有审核环节的承办人可以加签。' });
  if (decidesWithOthers(task, state))
    return refuse({ code: 'not-allowed', detail: '本步骤由多人会签或或签，不能再加签，请在意见中说明。' });
  const errors = problemsOf(command, state, actor);
  if (errors.length > 0)
    return refuse({ code: 'decision-invalid', detail: '请按下列提示修改后再加签。', errors });

  const step = findStep(context.route, task.step);
  const visit = state.steps.find((candidate) => candidate.visit === task.visit);
  const added: PlannedStage = {
    by: 'holder',
    stage: task.stage,
    mode: command.mode,
    signers: command.signers.flatMap((signer) => signer?.holder ?? []),
    question: command.question,
  };
  const plan = [...planOf(step, visit)];
  if (signersIn(plan) + command.signers.length > mostSigners)
    return refuse({
      code: 'decision-invalid',
      detail: `本环节加签合计不超过 ${mostSigners} 人，请减少人数，或通过后由下一步骤加签。`,
    });
  plan.splice(command.position === 'before' ? task.stageIndex : task.stageIndex + 1, 0, added);
  const planned: CaseEvent = {
    type: 'StagesPlanned',
    visit: task.visit,
    plan,
    stageIndex: task.stageIndex,
  };
  if (command.position === 'after') return accept([planned]);
  const place = { step, visit: { visit: task.visit, plan }, stageIndex: task.stageIndex };
  return accept([
    {
      type: 'TaskClosed',
      taskId: task.taskId,
      decision: {
        outcome: 'countersign',
        opinion: command.question,
        at: context.now,
        by: actedFor(actor, task.holder),
      },
    },
    planned,
    ...openStage(state, place, context),
  ]);
};
