import type { Actor } from '#shared/kernel/actor.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import type { Outcome, RouteStage, RouteStep, Verb } from '#shared/regulation/profile.ts';
import { actedAs, type Decided, type DecisionContext, type FormFacts } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import type { CaseState, Task } from './case-state.ts';
import { checkAssessment, type LineAssessment } from './check-assessment.ts';
import { checkDuplicates, type DuplicateFound, type NonEquivalence } from './check-duplicates.ts';
import { confirmForm } from './confirm-form.ts';
import { openTask } from './open-task.ts';
import { findStage, findStep, nextOf } from './walk-route.ts';
import { holds, isOwnMatter } from './who-may.ts';

export interface DecideTask {
  readonly taskId: string;
  readonly verb: Verb;
  readonly opinion?: string | undefined;
  readonly assessments?: readonly LineAssessment[] | undefined;
  /** Reasons for purchases that the catalogue seems to offer; an assessing approval must give what is missing. */
  readonly nonEquivalence?: readonly NonEquivalence[] | undefined;
  /** Purchases of the submitted form that the catalogue seems to offer. */
  readonly duplicates: readonly DuplicateFound[];
  /** Digest of the form that the person was shown; a confirmation must name it. */
  readonly formDigest?: string | undefined;
  /** The form as it stands; needed to confirm and to assess. */
  readonly form: FormFacts;
  /** Line numbers of the submitted resource table. */
  readonly lineNos: readonly number[];
}

/** What a verb makes of the step: an approval is the last word where the route says so. */
const outcomeOf = (verb: Verb, { next }: RouteStep): Outcome => {
  if (verb === 'approve') return next.Approved === undefined ? 'Concluded' : 'Approved';
  return verb === 'return' ? 'Returned' : 'Rejected';
};

const invalid = (...errors: readonly FieldRefusal[]): Refusal => ({
  code: 'decision-invalid',
  detail: '请按下列提示补全后再办。',
  errors,
});

const closedBy = (task: Task): Refusal => ({
  code: 'task-closed',
  detail: `已由${task.decision?.by.organisation ?? ''}${task.decision?.by.name ?? ''}办理，请刷新查看。`,
});

/** Who may not decide it, and why; undefined when the actor may. */
const objectionToActor = (task: Task, state: CaseState, actor: Actor): Refusal | undefined => {
  if (!holds(actor, task.holder)) return { code: 'not-allowed', detail: '该待办不在您的岗位名下。' };
  if (task.decision) return closedBy(task);
  const { flow } = state;
  // The stage too: a read beside a running transaction may see the new header with the old, still open task.
  if (flow.at !== 'step' || flow.visit !== task.visit || flow.stageIndex !== task.stageIndex)
    return { code: 'case-in-transit', detail: '办件正在流转到下一环节，请稍候刷新。' };
  return isOwnMatter(actor, task, state)
    ? { code: 'own-matter', detail: '您参与了本件的编制，请由本岗位其他人员办理。' }
    : undefined;
};

const objectionToApproval = (
  command: DecideTask,
  stage: RouteStage,
  task: Task,
  state: CaseState,
): Refusal | undefined => {
  if (!stage.assesses) return undefined;
  const { opinion, assessments = [], lineNos, duplicates, nonEquivalence = [] } = command;
  const errors = [
    ...checkAssessment(opinion, assessments, lineNos),
    ...checkDuplicates(duplicates, nonEquivalence, state, task.round),
  ];
  return errors.length > 0 ? invalid(...errors) : undefined;
};

const objectionToDecision = (
  command: DecideTask,
  stage: RouteStage,
  task: Task,
  state: CaseState,
): Refusal | undefined => {
  if (!stage.verbs.includes(command.verb))
    return invalid({
      pointer: '/verb',
      code: 'verb-not-offered',
      message: '本环节不能这样办理，请从待办所列方式中选择。',
    });
  const assesses = stage.assesses && command.verb === 'approve';
  const stray = (['assessments', 'nonEquivalence'] as const).find((part) => command[part] && !assesses);
  if (stray)
    return invalid({
      pointer: `/${stray}`,
      code: 'not-assessing',
      message: '只有评估环节通过时才填写评估数量和重复采购的说明，请删除。',
    });
  if (command.verb !== 'approve')
    return command.opinion
      ? undefined
      : invalid({ pointer: '/opinion', code: 'required', message: '退回或驳回须写明理由，请填写意见。' });
  return objectionToApproval(command, stage, task, state);
};

/** The step goes on to its next stage, or ends with the outcome. */
const afterStage = (
  command: DecideTask,
  state: CaseState,
  step: RouteStep,
  task: Task,
  context: DecisionContext,
): CaseEvent => {
  const more = command.verb === 'approve' && task.stageIndex + 1 < step.stages.length;
  if (more)
    return { type: 'TaskOpened', task: openTask(state, step, task.visit, task.stageIndex + 1, context) };
  const outcome = outcomeOf(command.verb, step);
  return { type: 'StepClosed', step: step.id, visit: task.visit, outcome, to: nextOf(step, outcome) };
};

/**
 * 办理待办: approve, return or reject one stage. Approving an assessing stage needs an opinion and a quantity per
 * line (yc-cloud-16-1) and a reason per duplicate purchase (yc-cloud-5-2); confirming freezes the form whose digest the person names (yc-cloud-15-1); a return ends the
 * whole round of the step at once.
 */
export const decideTask = (
  command: DecideTask,
  state: CaseState,
  actor: Actor,
  context: DecisionContext,
): Decided => {
  const task = state.tasks.find((candidate) => candidate.taskId === command.taskId);
  if (!task) return refuse({ code: 'not-found', detail: '没有这件待办。' });
  const step = findStep(context.route, task.step);
  const stage = findStage(step, task.stageIndex);
  const objection = objectionToActor(task, state, actor) ?? objectionToDecision(command, stage, task, state);
  if (objection) return refuse(objection);

  const by = actedAs(actor, task.holder.role);
  const confirmed =
    task.step === 'unitConfirmation' && command.verb === 'approve'
      ? confirmForm(command, state, by, context)
      : accept([]);
  if (!confirmed.ok) return confirmed;
  const closed: CaseEvent = {
    type: 'TaskClosed',
    taskId: task.taskId,
    decision: {
      outcome: command.verb,
      at: context.now,
      by,
      ...(command.opinion === undefined ? {} : { opinion: command.opinion }),
      ...(command.nonEquivalence ? { nonEquivalence: command.nonEquivalence } : {}),
    },
  };
  const rejected: readonly CaseEvent[] =
    command.verb === 'reject' && context.rules.opensAccount ? [{ type: 'AccountReleased' }] : [];
  return accept([closed, ...confirmed.value, afterStage(command, state, step, task, context), ...rejected]);
};
