import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import type { Decided, DecisionContext } from './case-context.ts';
import { type CaseState, openTasks } from './case-state.ts';
import { isApplicant, maySee } from './who-may.ts';

const dayOf = (instant: string): string => shanghaiDateOf(new Date(instant));

/**
 * 催办: the unit, or whoever follows the case from the city, reminds those who hold it; once a day and task, and never
 * of a correction or confirmation that the unit itself is to make.
 */
export const urgeTasks = (state: CaseState, actor: Actor, context: DecisionContext): Decided => {
  const follows = actor.roles.includes('city.cloud.operator') && maySee(actor, state);
  if (!isApplicant(actor, state) && !follows)
    return refuse({ code: 'not-allowed', detail: '只有申请单位和市级运行管理人员可以催办。' });
  const open = openTasks(state).filter(({ holder }) => !holderIsUnit(state, holder.organisation));
  if (open.length === 0)
    return refuse({ code: 'nothing-to-urge', detail: '现在没有其他单位正在办理的待办，不需要催办。' });
  const today = dayOf(context.now);
  const due = open.filter(({ urgedAt }) => urgedAt === undefined || dayOf(urgedAt) !== today);
  if (due.length === 0) return refuse({ code: 'urged-today', detail: '今天已经催办过，请明天再试。' });
  return accept(due.map(({ taskId }) => ({ type: 'TaskUrged', taskId })));
};

const holderIsUnit = (state: CaseState, organisation: string | undefined): boolean =>
  organisation === state.organisation.id;
