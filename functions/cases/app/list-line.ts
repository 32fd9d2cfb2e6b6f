import type { ListedCase } from '#shared/contracts/case-lists.ts';
import { orderSteps } from '#shared/regulation/order-steps.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { CaseState, Task } from '../domain/case-state.ts';
import { findStep } from '../domain/walk-route.ts';
import { summaryOf, type TenantNames } from './view-labels.ts';
import { deskOf } from './view-route.ts';

type Context = Pick<DecisionContext, 'route' | 'calendarOf' | 'now'>;

/** Where the case stands on its route, told from the header alone. */
const lineOf = ({ flow }: CaseState, { route }: Context): ListedCase['line'] => {
  if (flow.at === 'rejected' || flow.at === 'withdrawn') return [];
  const now = flow.at === 'step' ? flow.step : flow.at === 'moving' ? flow.to : undefined;
  const line = orderSteps(route).filter(({ id }) => id !== 'correction' || now === 'correction');
  const place = line.findIndex(({ id }) => id === now);
  const over = flow.at === 'completed' || now === 'complete';
  return line.map(({ id, title }, index) => ({
    step: id,
    title,
    state: over || index < place ? 'done' : index === place ? 'now' : 'next',
  }));
};

/** A case as lists show it: the summary, its route in one line, and the desk on which it lies. */
export const listedCase = (
  state: CaseState,
  task: Task | undefined,
  context: Context,
  names: TenantNames,
): ListedCase => ({
  ...summaryOf(state, names),
  line: lineOf(state, context),
  ...(task && !task.decision ? { desk: deskOf(task, findStep(context.route, task.step), context) } : {}),
});
