import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { CaseState, Task } from './case-state.ts';
import { holds, isOwnMatter } from './who-may.ts';

const closedBy = (task: Task): Refusal => ({
  code: 'task-closed',
  detail: `已由${task.decision?.by.organisation ?? ''}${task.decision?.by.name ?? ''}办理，请刷新查看。`,
});

/** Why the actor may do nothing with a task now; undefined when they hold it, open, in a stage that stands. */
export const objectionToHolding = (task: Task, state: CaseState, actor: Actor): Refusal | undefined => {
  if (!holds(actor, task.holder)) return { code: 'not-allowed', detail: '该待办不在您的岗位名下。' };
  if (task.decision) return closedBy(task);
  const { flow } = state;
  // The stage too: a read beside a running transaction may see the new header with the old, still open task.
  if (flow.at !== 'step' || flow.visit !== task.visit || flow.stageIndex !== task.stageIndex)
    return { code: 'case-in-transit', detail: '办件正在流转到下一环节，请稍候刷新。' };
  return isOwnMatter(actor, task, state)
    ? { code: 'own-matter', detail: '您参与了本件的编制，请由本岗位其他人员办理。' }
    : undefined;
};
