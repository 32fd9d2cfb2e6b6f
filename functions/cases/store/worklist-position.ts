import type { Task } from '../domain/case-state.ts';

/** Place of a task in its worklist: by target day, then by the time it was opened; tasks without a target stand last. */
export const worklistPosition = (
  caseId: string,
  task: Pick<Task, 'targetOn' | 'openedAt' | 'taskId'>,
): string => `${task.targetOn ?? '9999-12-31'}#${task.openedAt}#${caseId}#${task.taskId}`;

/** Case and task of a worklist position. */
export const parsePosition = (position: string): { readonly caseId: string; readonly taskId: string } => {
  const [, , caseId, taskId] = position.split('#');
  if (caseId === undefined || taskId === undefined) throw new Error(`not a worklist position: ${position}`);
  return { caseId, taskId };
};
