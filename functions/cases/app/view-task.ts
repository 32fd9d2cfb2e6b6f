import type { TaskView } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Route } from '#shared/regulation/profile.ts';
import type { CaseState, Task } from '../domain/case-state.ts';
import type { LineAssessment } from '../domain/check-assessment.ts';
import { findStage, findStep } from '../domain/walk-route.ts';
import { holds, isOwnMatter } from '../domain/who-may.ts';
import { outcomeLabels } from './explain-move.ts';
import { actorView, roleLabel } from './view-labels.ts';

const decisionView = (task: Task, assessments: readonly LineAssessment[] | undefined) => {
  const { decision } = task;
  if (!decision) return {};
  const { outcome, at, by, opinion } = decision;
  const confirmed = task.step === 'unitConfirmation' && outcome === 'approve';
  return {
    decision: {
      outcome,
      outcomeLabel: confirmed ? '确认提交' : outcomeLabels[outcome],
      at,
      by: actorView(by),
      ...(opinion === undefined ? {} : { opinion }),
      ...(assessments ? { assessments: assessments.map((line) => ({ ...line })) } : {}),
    },
  };
};

/** A task as one person sees it: what it asks, and which verbs are theirs now. */
export const viewTask = (
  task: Task,
  state: Pick<CaseState, 'flow' | 'makers'>,
  route: Route,
  actor: Actor,
  assessments?: readonly LineAssessment[],
): TaskView => {
  const step = findStep(route, task.step);
  const stage = findStage(step, task.stageIndex);
  const { flow } = state;
  const open = !task.decision && flow.at === 'step' && flow.visit === task.visit;
  const decidable = open && holds(actor, task.holder) && !isOwnMatter(actor, task, state);
  return {
    taskId: task.taskId,
    step: task.step,
    stepTitle: step.title,
    stage: task.stage,
    stageTitle: stage.title,
    round: task.round,
    holderLabel: roleLabel(task.holder.role),
    openedAt: task.openedAt,
    ...(task.targetOn === undefined
      ? {}
      : { targetOn: task.targetOn, targetProvisional: task.targetProvisional ?? false }),
    state: open ? 'open' : 'closed',
    verbs: decidable ? [...stage.verbs] : [],
    assesses: stage.assesses,
    ...decisionView(task, assessments),
  };
};
