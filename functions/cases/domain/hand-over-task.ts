import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { TaskTransferred } from './case-events.ts';
import { type ActedAs, type CaseState, type HandOver, openTasks, type Task } from './case-state.ts';
import type { Colleague } from './transfer-task.ts';
import { isOwnMatter } from './who-may.ts';

/** 离岗交接: everything that somebody holds by name goes to a successor of the post, or back to the post. */
export interface HandOverOrder {
  readonly tenant: TenantId;
  /** Membership of whoever leaves. */
  readonly from: string;
  /** `post`: nobody by name. */
  readonly to: 'post' | 'person';
  readonly by?: ActedAs;
  readonly reason: string;
  readonly cause: NonNullable<HandOver['cause']>;
}

/** The open tasks of a case that somebody holds by name in some of their posts. */
export const namedTasks = (
  state: CaseState,
  { tenant, from, roles }: Pick<HandOverOrder, 'tenant' | 'from'> & { readonly roles: readonly string[] },
): readonly Task[] =>
  openTasks(state).filter(
    ({ holder }) => holder.tenant === tenant && holder.membership === from && roles.includes(holder.role),
  );

/** Whether it is already where the hand-over would put it: with the successor by name, or with nobody by name. */
export const isHandedOver = (
  { holder }: Pick<Task, 'holder'>,
  { tenant, to }: { readonly tenant: TenantId; readonly to: string | undefined },
): boolean => holder.tenant === tenant && holder.membership === to;

/** One task of it. `successor`: whoever takes it, while they stand in its post. */
export const handOverTask = (
  task: Task,
  successor: Colleague | undefined,
  { to, by, reason, cause }: HandOverOrder,
  state: CaseState,
): Result<TaskTransferred, Refusal> => {
  const { membership: _leaver, ...post } = task.holder;
  const handed = {
    type: 'TaskTransferred',
    taskId: task.taskId,
    reason,
    cause,
    ...(by ? { by } : {}),
  } as const;
  if (to === 'post') return accept({ ...handed, holder: post });
  if (!successor)
    return refuse({ code: 'not-allowed', detail: '接手人不在本件所在岗位任职，请为这一件另选接手人。' });
  if (isOwnMatter(successor, task, state))
    return refuse({
      code: 'own-matter',
      detail: `${successor.name}参与了本件的编制，请为这一件另选接手人。`,
    });
  return accept({ ...handed, holder: { ...post, membership: successor.membershipId } });
};
