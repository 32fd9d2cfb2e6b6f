import type { DeskView, RouteStepView } from '#shared/contracts/case-route.ts';
import { orderSteps } from '#shared/regulation/order-steps.ts';
import type { Outcome, RouteStep } from '#shared/regulation/profile.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { CaseState, Task } from '../domain/case-state.ts';
import { findStage } from '../domain/walk-route.ts';
import { dueLight, pausedLight, todayOf, workingDaysOn } from './due-light.ts';
import { actorView, roleLabel } from './view-labels.ts';
import { decisionLabel } from './view-task.ts';

const labels: Readonly<Record<Outcome, string>> = {
  Approved: '通过',
  Concluded: '通过',
  Returned: '退回',
  Rejected: '驳回',
  Withdrawn: '撤回',
};

type Context = Pick<DecisionContext, 'route' | 'calendarOf' | 'now'>;

const correcting = ({ flow }: Pick<CaseState, 'flow'>): boolean =>
  (flow.at === 'step' && flow.step === 'correction') || (flow.at === 'moving' && flow.to === 'correction');

/** A step's last approval counts only while nothing before it on the line has been opened again since. */
const stateOf = (state: CaseState, line: readonly RouteStep[], step: RouteStep): RouteStepView['state'] => {
  const { flow } = state;
  const now = flow.at === 'step' ? flow.step : flow.at === 'moving' ? flow.to : undefined;
  if (now === step.id) return 'now';
  const last = state.steps.findLast((visit) => visit.step === step.id);
  if (last?.outcome === 'Concluded') return 'done';
  if (last?.outcome !== 'Approved') return 'next';
  const before = new Set(line.slice(0, line.indexOf(step)).map(({ id }) => id));
  return state.steps.some((visit) => visit.visit > last.visit && before.has(visit.step)) ? 'next' : 'done';
};

/** People who hold tasks by name, by membership. */
export type NamedHolders = ReadonlyMap<string, { readonly name: string; readonly organisation: string }>;

/** Who held it: the one who decided, or whoever it was meant for where another's word settled it. */
const holderOfDesk = ({ holder, decision }: Task, names: NamedHolders) => {
  const named = holder.membership === undefined ? undefined : names.get(holder.membership);
  if (decision && decision.outcome !== 'settled')
    return { holder: actorView(decision.by).name, organisation: decision.by.organisation };
  return named
    ? { holder: named.name, organisation: named.organisation }
    : { holder: roleLabel(holder.role) };
};

/** A task as a desk of the route line. */
export const deskOf = (
  task: Task,
  step: RouteStep,
  context: Context,
  names: NamedHolders = new Map(),
): DeskView => {
  const { decision, targetOn } = task;
  return {
    taskId: task.taskId,
    stageTitle: task.question === undefined ? findStage(step, task.stage).title : '加签',
    ...holderOfDesk(task, names),
    openedAt: task.openedAt,
    workingDays: workingDaysOn(task.openedAt, decision?.at, todayOf(task, context)),
    ...(decision
      ? {
          closedAt: decision.at,
          outcomeLabel: decisionLabel(task, decision),
        }
      : {}),
    ...(targetOn === undefined ? {} : { targetOn, targetProvisional: task.targetProvisional ?? false }),
    ...(targetOn === undefined || decision ? {} : { light: dueLight(targetOn, todayOf(task, context)) }),
  };
};

const visitsOf = (
  state: CaseState,
  step: RouteStep,
  context: Context,
  names: NamedHolders,
): RouteStepView['visits'] =>
  state.steps
    .filter((visit) => visit.step === step.id)
    .map(({ visit, openedAt, closedAt, outcome }) => {
      const tasks = state.tasks.filter((task) => task.visit === visit);
      const holder = tasks[0]?.holder ?? { tenant: state.tenant, role: '' };
      return {
        openedAt,
        ...(closedAt === undefined ? {} : { closedAt }),
        ...(outcome === undefined ? {} : { outcomeLabel: labels[outcome] }),
        workingDays: workingDaysOn(openedAt, closedAt, todayOf({ holder }, context)),
        desks: tasks.map((task) => deskOf(task, step, context, names)),
      };
    });

/** The case's line of steps, each with its visits and desks; 补正 shows only once it has been needed. */
export const viewRoute = (state: CaseState, context: Context, names: NamedHolders): RouteStepView[] => {
  const line = orderSteps(context.route);
  const returned = correcting(state)
    ? state.steps.findLast(({ outcome }) => outcome === 'Returned')?.step
    : undefined;
  const needed = (step: RouteStep): boolean =>
    step.id !== 'correction' || correcting(state) || state.steps.some((visit) => visit.step === 'correction');
  return line.filter(needed).map((step) => ({
    step: step.id,
    title: step.title,
    clause: step.clause,
    state: stateOf(state, line, step),
    holderLabels: step.stages.map(({ holder }) => roleLabel(holder.role)),
    ...(returned === step.id ? { light: pausedLight } : {}),
    visits: visitsOf(state, step, context, names),
  }));
};
