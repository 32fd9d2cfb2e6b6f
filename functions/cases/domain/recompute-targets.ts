import { type LocalDate, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { type OverlayNotice, scopeCovers, versionOfOverlay } from '#shared/kernel/working-calendar.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseEvent, RecomputedTarget } from './case-events.ts';
import { type CaseState, openTasks, type Task } from './case-state.ts';
import { targetOf } from './open-stage.ts';
import { upcoming } from './remind-task.ts';
import { findStage, findStep } from './walk-route.ts';

const nameOf = ({ title, number }: OverlayNotice): string =>
  number === undefined ? `《${title}》` : `《${title}》（${number}）`;

/**
 * The notices published since a task was reckoned that concern its holder. Those with a day between opening and target
 * are named; when none has one, the target has only become firm and all of them are.
 */
const groundsOf = (
  task: Task,
  ends: readonly LocalDate[],
  notices: readonly OverlayNotice[],
): readonly string[] => {
  const since = versionOfOverlay(task.calendarVersion);
  const fresh = notices.filter(
    ({ version, scope }) => version > since && scopeCovers(scope, task.holder.tenant),
  );
  const from = shanghaiDateOf(new Date(task.openedAt));
  const touching = fresh.filter(({ days }) =>
    days.some((date) => date >= from && ends.some((end) => date <= end)),
  );
  return (touching.length > 0 ? touching : fresh).map(nameOf);
};

const recompute = (
  task: Task,
  notices: readonly OverlayNotice[],
  context: DecisionContext,
): RecomputedTarget[] => {
  const from = task.targetOn;
  if (from === undefined) return [];
  const stage = findStage(findStep(context.route, task.step), task.stage);
  const target = targetOf(stage, task.openedAt, context.calendarOf(task.holder.tenant));
  if (!target || (target.dueOn === from && target.provisional === (task.targetProvisional ?? false)))
    return [];
  const { dueOn: to, provisional, calendarVersion } = target;
  // What moved for another reason than the calendar is not this job's to tell.
  if (calendarVersion === task.calendarVersion) return [];
  const { due, next: later } = upcoming({ ...task, targetOn: to }, context);
  const next = due ?? later;
  return [
    {
      taskId: task.taskId,
      from,
      to,
      provisional,
      ...(task.calendarVersion === undefined ? {} : { calendarVersionBefore: task.calendarVersion }),
      calendarVersion,
      ...(next ? { next } : {}),
      why: groundsOf(task, [from, to], notices),
      told: task.holder,
    },
  ];
};

/**
 * 期限重算: the targets of open tasks on the calendar as it is now. What is closed keeps its date; what already stands
 * on the right day is left alone, so that doing it twice is doing it once.
 */
export const recomputeTargets = (
  state: CaseState,
  notices: readonly OverlayNotice[],
  context: DecisionContext,
): readonly CaseEvent[] => {
  const targets = openTasks(state).flatMap((task) => recompute(task, notices, context));
  return targets.length > 0 ? [{ type: 'TargetsRecomputed', targets }] : [];
};
