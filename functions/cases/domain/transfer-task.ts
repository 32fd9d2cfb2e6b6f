import type { Actor } from '#shared/kernel/actor.ts';
import { accept, refuse } from '#shared/kernel/result.ts';
import { actedFor, type Decided } from './case-context.ts';
import type { CaseState } from './case-state.ts';
import { objectionToHolding } from './hold-task.ts';
import { isOwnMatter } from './who-may.ts';

/** Somebody of the post, as the directory knows them now. */
export interface Colleague {
  readonly membershipId: string;
  readonly personId: string;
  readonly name: string;
}

export interface TransferTask {
  readonly taskId: string;
  /** The membership that shall hold it, if it stands and holds the post. */
  readonly to: Colleague | undefined;
  readonly reason: string;
}

/** 转办: hands an open task to a colleague of the same post, who alone holds it from then on. */
export const transferTask = (command: TransferTask, state: CaseState, actor: Actor): Decided => {
  const task = state.tasks.find(({ taskId }) => taskId === command.taskId);
  if (!task) return refuse({ code: 'not-found', detail: '没有这件待办。' });
  const objection = objectionToHolding(task, state, actor);
  if (objection) return refuse(objection);
  const { to } = command;
  const wrong = (message: string) =>
    refuse({
      code: 'decision-invalid' as const,
      detail: '请按下列提示修改后再转办。',
      errors: [{ pointer: '/to', code: 'not-transferable', message }],
    });
  if (!to) return wrong('对方不在本岗位任职，请选择同一岗位的人员。');
  if (to.membershipId === actor.membershipId) return wrong('不能转给自己，请选择其他人员。');
  if (isOwnMatter(to, task, state)) return wrong(`${to.name}参与了本件的编制，请选择其他人员。`);
  return accept([
    {
      type: 'TaskTransferred',
      taskId: task.taskId,
      holder: { ...task.holder, membership: to.membershipId },
      by: actedFor(actor, task.holder),
      reason: command.reason,
    },
  ]);
};
