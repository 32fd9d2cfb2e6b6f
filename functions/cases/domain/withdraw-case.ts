import type { Actor } from '#shared/kernel/actor.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import { actedAs, type Decided, type DecisionContext } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import { type CaseState, openTasks } from './case-state.ts';
import { preparingRole } from './who-may.ts';

export interface WithdrawCase {
  readonly reason: string;
}

export const mayBeWithdrawn = ({ flow }: Pick<CaseState, 'flow'>): boolean =>
  flow.at === 'draft' || flow.at === 'step' || (flow.at === 'moving' && flow.to !== 'complete');

/**
 * 撤回: the applicant takes the application back, at any time before the city has agreed.
 * Between two steps too: the machine then learns of it when it asks to open the next one.
 */
export const withdrawCase = (
  command: WithdrawCase,
  state: CaseState,
  actor: Actor,
  context: DecisionContext,
): Decided => {
  const role = preparingRole(actor, state);
  if (role === undefined) return refuse({ code: 'not-allowed', detail: '只有本单位经办人可以撤回。' });
  if (!mayBeWithdrawn(state))
    return refuse({ code: 'not-editable', detail: '办件已有最终结果，不能再撤回。' });
  const closed = openTasks(state).map(
    (task): CaseEvent => ({
      type: 'TaskClosed',
      taskId: task.taskId,
      decision: {
        outcome: 'withdraw',
        opinion: command.reason,
        at: context.now,
        by: actedAs(actor, role),
      },
    }),
  );
  const { flow } = state;
  const left: readonly CaseEvent[] =
    flow.at === 'step'
      ? [{ type: 'StepClosed', step: flow.step, visit: flow.visit, outcome: 'Withdrawn', to: 'withdrawn' }]
      : [];
  const released: readonly CaseEvent[] = context.rules.opensAccount ? [{ type: 'AccountReleased' }] : [];
  return accept([...closed, ...left, { type: 'CaseWithdrawn', reason: command.reason }, ...released]);
};
