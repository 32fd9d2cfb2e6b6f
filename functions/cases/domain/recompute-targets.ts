import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { groundsOf } from '#shared/kernel/notice-grounds.ts';
import type { OverlayNotice } from '#shared/kernel/working-calendar.ts';
import type { DecisionContext } from './case-context.ts';
import type { CaseEvent, RecomputedTarget } from './case-events.ts';
import { type CaseState, openTasks, type Task } from './case-state.ts';
import { targetOf } from './open-stage.ts';
import { upcoming } from './remind-task.ts';
import { findStage, findStep } from './walk-route.ts';

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
      why: groundsOf(
        {
          tenant: task.holder.tenant,
          calendarVersion: task.calendarVersion,
          from: shanghaiDateOf(new Date(task.openedAt)),
        },
        [from, to],
        notices,
      ),
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
