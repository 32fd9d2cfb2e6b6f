import type { Actor } from '#shared/kernel/actor.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import type { Decided, DecisionContext } from './case-context.ts';
import { type CaseState, openTasks } from './case-state.ts';
import { isApplicant, maySee } from './who-may.ts';

const dayOf = (instant: string): string => shanghaiDateOf(new Date(instant));

const holderIsUnit = (state: CaseState, organisation: string | undefined): boolean =>
  organisation === state.organisation.id;

/** Tasks that others than the unit hold now, and those of them that were not urged today. */
const urgable = (state: CaseState, now: string) => {
  const open = openTasks(state).filter(({ holder }) => !holderIsUnit(state, holder.organisation));
  const today = dayOf(now);
  return { open, due: open.filter(({ urgedAt }) => urgedAt === undefined || dayOf(urgedAt) !== today) };
};

const mayUrge = (state: CaseState, actor: Actor): boolean =>
  isApplicant(actor, state) || (actor.roles.includes('city.cloud.operator') && maySee(actor, state));

/** Whether 催办 is open to somebody now, or was done today; undefined when it is not theirs or nobody is to be urged. */
export const urging = (state: CaseState, actor: Actor, now: string): 'open' | 'today' | undefined => {
  const { open, due } = urgable(state, now);
  if (!mayUrge(state, actor) || open.length === 0) return undefined;
  return due.length > 0 ? 'open' : 'today';
};

/**
 * 催办: the unit, or whoever follows the case from the city, reminds those who hold it; once a day and task, and never
 * of a correction or confirmation that the unit itself is to make.
 */
export const urgeTasks = (state: CaseState, actor: Actor, { now }: Pick<DecisionContext, 'now'>): Decided => {
  if (!mayUrge(state, actor))
    return refuse({ code: 'not-allowed', detail: '只有申请单位和市级运行管理人员可以催办。' });
  const { open, due } = urgable(state, now);
  if (open.length === 0)
    return refuse({ code: 'nothing-to-urge', detail: '现在没有其他单位正在办理的待办，不需要催办。' });
  if (due.length === 0) return refuse({ code: 'urged-today', detail: '今天已经催办过，请明天再试。' });
  return accept(due.map(({ taskId }) => ({ type: 'TaskUrged', taskId })));
};
