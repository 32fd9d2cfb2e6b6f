import type { TaskView } from '#shared/contracts/case-tasks.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Route, RouteStage, RouteStep } from '#shared/regulation/profile.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { CaseState, Task } from '../domain/case-state.ts';
import type { LineAssessment } from '../domain/check-assessment.ts';
import { findStage, findStep } from '../domain/walk-route.ts';
import { holds, isOwnMatter, isReview } from '../domain/who-may.ts';
import { dueLight, todayOf, workingDaysOn } from './due-light.ts';
import { outcomeLabels } from './explain-move.ts';
import { actorView, reseatedWords, roleLabel } from './view-labels.ts';

type Decision = NonNullable<Task['decision']>;

const signerLabels = { approve: '同意', return: '不同意' } as const;

/** What a decision is called afterwards; the unit's approval is the submission itself, a countersigner agrees or not. */
export const decisionLabel = (
  { step, question }: Pick<Task, 'step' | 'question'>,
  { outcome }: Pick<Decision, 'outcome'>,
): string => {
  if (question !== undefined && (outcome === 'approve' || outcome === 'return')) return signerLabels[outcome];
  return step === 'unitConfirmation' && outcome === 'approve' ? '确认提交' : outcomeLabels[outcome];
};

const decisionView = (task: Task, assessments: readonly LineAssessment[] | undefined) => {
  const { decision } = task;
  if (!decision) return {};
  const { outcome, at, by, opinion } = decision;
  return {
    decision: {
      outcome,
      outcomeLabel: decisionLabel(task, decision),
      at,
      by: actorView(by),
      ...(opinion === undefined ? {} : { opinion }),
      ...(decision.nonEquivalence ? { nonEquivalence: [...decision.nonEquivalence] } : {}),
      ...(assessments ? { assessments: assessments.map((line) => ({ ...line })) } : {}),
    },
  };
};

/** What is theirs to do with a task: a countersigner agrees or objects, a holder has the stage's own verbs. */
const verbsOf = (
  task: Task,
  stage: RouteStage,
  decidable: boolean,
): Pick<TaskView, 'verbs' | 'may' | 'assesses'> => {
  const countersigns = task.question !== undefined;
  const assesses = stage.assesses && !countersigns;
  if (!decidable) return { verbs: [], may: [], assesses };
  if (countersigns) return { verbs: ['approve', 'return'], may: ['transfer'], assesses };
  return {
    verbs: [...stage.verbs],
    may: isReview(task) ? ['transfer', 'askSigners'] : ['transfer'],
    assesses,
  };
};

/** What a return does that names no stage. */
const returnLabel = (task: Task, step: RouteStep, route: Route): string | undefined => {
  if (task.question !== undefined) return '退给加签人';
  const to = step.next.Returned;
  if (to === undefined) return undefined;
  const title = route.steps.find(({ id }) => id === to)?.title ?? '';
  return to === 'correction' ? '退回申请单位补正' : `退回“${title}”`;
};

/** Stages of the route that stand before the task's in its step. */
const earlierStages = (task: Task, step: RouteStep): TaskView['returnTo'] => {
  if (task.question !== undefined) return [];
  const place = step.stages.findIndex(({ id }) => id === task.stage);
  return step.stages.slice(0, place).map(({ id, title }) => ({ stage: id, title }));
};

const returning = (task: Task, step: RouteStep, route: Route) => {
  const label = returnLabel(task, step, route);
  return { returnTo: earlierStages(task, step), ...(label === undefined ? {} : { returnLabel: label }) };
};

/** The absent colleague whose task it is, for whoever stands in for them. */
const absentFor = ({ holder }: Task, { standsInFor = [] }: Actor) => {
  const absent = standsInFor.find(({ membershipId }) => membershipId === holder.membership);
  return absent ? { onBehalfOf: absent.name } : {};
};

const bySystem = { name: '系统', organisation: '', roleLabel: '' };

/** What somebody said to the one who holds it: why it was handed over, what is asked, that it is urgent. */
const saidWith = ({ handedOver, question, urgedAt, reseated, holder }: Task) => ({
  ...(reseated ? { reseated: reseatedWords(reseated, holder.role) } : {}),
  ...(handedOver
    ? {
        handedOver: {
          at: handedOver.at,
          reason: handedOver.reason,
          by: handedOver.by ? actorView(handedOver.by) : bySystem,
        },
      }
    : {}),
  ...(question === undefined ? {} : { question }),
  ...(urgedAt === undefined ? {} : { urgedAt }),
});

/** A task as one person sees it: what it asks, and which verbs are theirs now. */
export const viewTask = (
  task: Task,
  state: Pick<CaseState, 'flow' | 'makers'>,
  context: Pick<DecisionContext, 'route' | 'calendarOf' | 'now'>,
  actor: Actor,
  assessments?: readonly LineAssessment[],
): TaskView => {
  const step = findStep(context.route, task.step);
  const stage = findStage(step, task.stage);
  const { flow } = state;
  const open = !task.decision && flow.at === 'step' && flow.visit === task.visit;
  const decidable = open && holds(actor, task.holder) && !isOwnMatter(actor, task, state);
  return {
    taskId: task.taskId,
    step: task.step,
    stepTitle: step.title,
    stage: task.stage,
    stageTitle: task.question === undefined ? stage.title : `${stage.title}加签`,
    round: task.round,
    holderLabel: roleLabel(task.holder.role),
    openedAt: task.openedAt,
    ...(task.targetOn === undefined
      ? {}
      : { targetOn: task.targetOn, targetProvisional: task.targetProvisional ?? false }),
    ...(open && task.targetOn !== undefined
      ? { light: dueLight(task.targetOn, todayOf(task, context)) }
      : {}),
    workingDays: workingDaysOn(task.openedAt, task.decision?.at, todayOf(task, context)),
    ...(task.targetMove
      ? {
          targetMove: {
            ...task.targetMove,
            why: [...task.targetMove.why],
            told: roleLabel(task.holder.role),
          },
        }
      : {}),
    state: open ? 'open' : 'closed',
    ...saidWith(task),
    ...(open ? absentFor(task, actor) : {}),
    ...verbsOf(task, stage, decidable),
    ...(decidable ? returning(task, step, context.route) : { returnTo: [] }),
    ...decisionView(task, assessments),
  };
};
