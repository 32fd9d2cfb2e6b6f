import type { Actor } from '#shared/kernel/actor.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import { actedAs, type Decided, type DecisionContext, type FormFacts } from './case-context.ts';
import type { CaseEvent } from './case-events.ts';
import { type CaseState, openTasks } from './case-state.ts';
import { findStep, nextOf } from './walk-route.ts';
import { mayPrepare } from './who-may.ts';

export interface RequestConfirmation {
  readonly form: FormFacts;
  /** Whether the county has named its cloud authority (yc-cloud-4-3). */
  readonly authorityDesignated: boolean;
}

/**
 * 送确认: the clerk puts the application before the CDO. From a draft it starts the machine,
 * from a correction it closes the correction. Refused while the form would be returned later.
 */
export const requestConfirmation = (
  command: RequestConfirmation,
  state: CaseState,
  actor: Actor,
  context: DecisionContext,
): Decided => {
  if (!mayPrepare(actor, state))
    return refuse({ code: 'not-allowed', detail: '只有本单位经办人可以送确认。' });
  const { flow } = state;
  const correcting = flow.at === 'step' && flow.step === 'correction';
  if (flow.at !== 'draft' && !correcting)
    return refuse({ code: 'not-editable', detail: '申请已送出，正在办理；如需修改，请等待退回或先撤回。' });
  if (!command.authorityDesignated)
    return refuse({
      code: 'authority-undesignated',
      detail:
        '本县（市、区）尚未明确政务云主管部门，无法受理。请联系本级政府明确主管部门，并由市级运行管理机构登记后再提交。',
    });
  if (command.form.problems.length > 0)
    return refuse({
      code: 'form-incomplete',
      detail: `还有 ${command.form.problems.length} 处需要补全或改正。`,
      errors: command.form.problems,
    });
  const requested: CaseEvent = {
    type: 'ConfirmationRequested',
    digest: command.form.digest,
    makers: [...new Set([actor.personId, ...command.form.makers])],
    first: flow.at === 'draft',
  };
  if (!correcting) return accept([requested]);
  const step = findStep(context.route, 'correction');
  return accept([
    ...openTasks(state).map(
      (task): CaseEvent => ({
        type: 'TaskClosed',
        taskId: task.taskId,
        decision: { outcome: 'resubmit', at: context.now, by: actedAs(actor, task.holder.role) },
      }),
    ),
    requested,
    {
      type: 'StepClosed',
      step: step.id,
      visit: flow.visit,
      outcome: 'Approved',
      to: nextOf(step, 'Approved'),
    },
  ]);
};
