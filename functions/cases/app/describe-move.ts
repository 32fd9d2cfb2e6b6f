import type { CaseState, TargetMove } from '../domain/case-state.ts';
import { findStage, findStep } from '../domain/walk-route.ts';
import { decisionContext } from './decision-context.ts';
import type { CaseServices } from './services.ts';
import { kindWords, roleLabel } from './view-labels.ts';

/** What became of a date, in words that follow 参考时间. */
export const movedWords = ({ from, to }: Pick<TargetMove, 'from' | 'to'>): string =>
  from === to ? `确定为 ${to}` : `由 ${from} 调整为 ${to}`;

export const whyWords = (why: readonly string[]): string =>
  why.length > 0 ? why.join('、') : '工作日历更新';

const distinct = (words: readonly string[]): string => [...new Set(words)].join('、');

/** The move of a case's targets for those who hold its tasks; none when none of them is open any more. */
export const describeMove = async (
  services: Pick<CaseServices, 'references' | 'clock'>,
  state: CaseState,
  taskIds: readonly string[],
) => {
  const context = await decisionContext(services, state);
  const open = state.tasks.filter(({ taskId, decision }) => taskIds.includes(taskId) && !decision);
  const moves = open.flatMap(({ targetMove }) => targetMove ?? []);
  const last = moves.at(-1);
  if (!context.ok || !last) return [];
  const route = context.value.route;
  const matter = {
    event: 'task.targetMoved',
    holders: open.map(({ holder }) => holder),
    facts: {
      ...kindWords(state),
      organisation: state.organisation.name,
      number: state.number,
      systemName: state.systemName,
      stage: distinct(open.map(({ step, stage }) => findStage(findStep(route, step), stage).title)),
      targetOn: last.to,
      monthlyYuan: '',
      daysLate: '',
      holder: '',
    },
    move: {
      moved: distinct(moves.map(movedWords)),
      why: whyWords([...new Set(moves.flatMap(({ why }) => why))]),
      told: distinct(open.map(({ holder }) => roleLabel(holder.role))),
    },
  };
  return [matter];
};
