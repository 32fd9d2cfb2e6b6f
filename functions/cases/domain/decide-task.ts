import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { RouteStep } from '#shared/regulation/profile.ts';
import { actedFor, type Decided, type DecisionContext } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import type { ActedAs, CaseState, PlannedStage, Task } from './case-state.ts';
import { confirmForm } from './confirm-form.ts';
import type { DecideTask } from './decision.ts';
import { objectionToExit } from './exit-in-time.ts';
import { objectionToHolding } from './hold-task.ts';
import { objectionToDecision } from './judge-decision.ts';
import { judgeScale, objectionToScale } from './judge-scale.ts';
import { openStage } from './open-stage.ts';
import { planOf, type SeatedStage, seatedStage } from './plan-stages.ts';
import { returnMatter } from './return-matter.ts';
import { findStep, nextOf } from './walk-route.ts';

/** What a decision is taken on: the task, and the stage as it sits in its step. */
interface Matter {
  readonly state: CaseState;
  readonly step: RouteStep;
  readonly task: Task;
  readonly stage: SeatedStage;
  readonly context: DecisionContext;
}

const openBeside = ({ state, task }: Matter): readonly Task[] =>
  state.tasks.filter(
    (other) => !other.decision && other.visit === task.visit && other.taskId !== task.taskId,
  );

/** One word ends the others' tasks of the same stage with it, in the same transaction. */
const settleOthers = (matter: Matter, by: ActedAs): readonly CaseEvent[] =>
  openBeside(matter).map(({ taskId }) => ({
    type: 'TaskClosed',
    taskId,
    decision: { outcome: 'settled', at: matter.context.now, by },
  }));

/** The next place in the plan. A stage that was gone back to leads straight on to where the matter was returned. */
const nextIndex = ({ state, task, stage }: Matter, plan: readonly PlannedStage[]): number => {
  const index = task.stageIndex + 1;
  const next = plan[index];
  const resumeAt = state.flow.at === 'step' ? state.flow.resumeAt : undefined;
  if (resumeAt === undefined || index >= resumeAt) return index;
  // Signers hand on to whoever asked them, and an asker to the signers behind; others have had their word.
  const signs = stage.question !== undefined;
  const belongs = next?.stage === task.stage && (signs || next.by === 'holder');
  return belongs ? index : resumeAt;
};

/** The step goes on to its next stage, or ends; an approval is the last word where the route says so. */
const advance = (matter: Matter): readonly CaseEvent[] => {
  const { state, step, task, context } = matter;
  const visit = state.steps.find((candidate) => candidate.visit === task.visit);
  const plan = planOf(step, visit);
  const stageIndex = nextIndex(matter, plan);
  if (visit && stageIndex < plan.length) return openStage(state, { step, visit, stageIndex }, context);
  const outcome = step.next.Approved === undefined ? 'Concluded' : 'Approved';
  return [{ type: 'StepClosed', step: step.id, visit: task.visit, outcome, to: nextOf(step, outcome) }];
};

const approve = (matter: Matter, by: ActedAs): readonly CaseEvent[] => {
  const waiting = matter.stage.mode === 'all' && openBeside(matter).length > 0;
  return waiting ? [] : [...settleOthers(matter, by), ...advance(matter)];
};

/** A countersigner's objection goes back to the one who asked. */
const objectToAsker = ({ state, step, task, context }: Matter): readonly CaseEvent[] => {
  const visit = state.steps.find((candidate) => candidate.visit === task.visit);
  const stageIndex = planOf(step, visit).findIndex(
    (planned) => planned.by === 'route' && planned.stage === task.stage,
  );
  return visit ? openStage(state, { step, visit, stageIndex }, context) : [];
};

const reject = ({ step, task, context }: Matter): readonly CaseEvent[] => [
  { type: 'StepClosed', step: step.id, visit: task.visit, outcome: 'Rejected', to: nextOf(step, 'Rejected') },
  ...(context.rules.opensAccount ? [{ type: 'AccountReleased' } as const] : []),
];

const follow = (command: DecideTask, matter: Matter, by: ActedAs): Result<readonly CaseEvent[], Refusal> => {
  const { state, step, task, stage, context } = matter;
  if (command.verb === 'approve') return accept(approve(matter, by));
  const settled = settleOthers(matter, by);
  if (command.verb === 'reject') return accept([...settled, ...reject(matter)]);
  if (stage.question !== undefined) return accept([...settled, ...objectToAsker(matter)]);
  const returned = returnMatter(state, step, task, command.returnTo, context);
  return returned.ok ? accept([...settled, ...returned.value]) : returned;
};

const decisionOf = ({ verb, opinion, nonEquivalence }: DecideTask, by: ActedAs, at: string) => ({
  outcome: verb,
  at,
  by,
  ...(opinion === undefined ? {} : { opinion }),
  ...(nonEquivalence ? { nonEquivalence } : {}),
});

/**
 * 办理待办: approve, return or reject one stage. Approving an assessing stage needs an opinion and a quantity per
 * line (yc-cloud-16-1) and a reason per duplicate purchase (yc-cloud-5-2); confirming freezes the form whose digest
 * the person names (yc-cloud-15-1). Where several decide together, all must agree or the first word counts; a return
 * or rejection by any of them closes every open task of the stage with it.
 */
export const decideTask = (
  command: DecideTask,
  state: CaseState,
  actor: Actor,
  context: DecisionContext,
): Decided => {
  const task = state.tasks.find((candidate) => candidate.taskId === command.taskId);
  if (!task) return refuse({ code: 'not-found', detail: '没有这件待办。' });
  const holding = objectionToHolding(task, state, actor);
  if (holding) return refuse(holding);
  const step = findStep(context.route, task.step);
  const visit = state.steps.find((candidate) => candidate.visit === task.visit);
  const planned = planOf(step, visit)[task.stageIndex];
  if (!planned) throw new Error(`the task ${task.taskId} stands in no stage`);
  const stage = seatedStage(state, step, planned);
  const objection = objectionToDecision(command, stage, task, state, actor);
  if (objection) return refuse(objection);
  const misjudged =
    objectionToScale(command, task, state, context.rules) ?? objectionToExit(command, task, state);
  if (misjudged) return refuse(misjudged);

  const by = actedFor(actor, task.holder);
  const confirmed =
    task.step === 'unitConfirmation' && command.verb === 'approve'
      ? confirmForm(command, state, by, context)
      : accept([]);
  if (!confirmed.ok) return confirmed;
  const matter: Matter = { state, step, task, stage, context };
  const followed = follow(command, matter, by);
  if (!followed.ok) return followed;
  const decision = decisionOf(command, by, context.now);
  return accept([
    { type: 'TaskClosed', taskId: task.taskId, decision },
    ...judgeScale(command, task, actor, context.now),
    ...confirmed.value,
    ...followed.value,
  ]);
};
