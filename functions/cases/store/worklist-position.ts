import { indexKeys } from '#shared/table/keys.ts';
import type { Holder, Task } from '../domain/case-state.ts';

/** Stands for no target day, behind every real one. */
const without = '9999-12-31';

/** The worklist that a task stands in: its person's own, or its post's. */
export const worklistOf = ({ tenant, role, organisation, membership }: Holder): string =>
  membership === undefined
    ? indexKeys.worklist(tenant, role, organisation)
    : indexKeys.ownWorklist(tenant, membership);

/** Place of a task in its worklist: by target day, then by the time it was opened; tasks without a target stand last. */
export const worklistPosition = (
  caseId: string,
  task: Pick<Task, 'targetOn' | 'openedAt' | 'taskId'>,
): string => `${task.targetOn ?? without}#${task.openedAt}#${caseId}#${task.taskId}`;

export interface PlacedTask {
  readonly targetOn?: string;
  readonly openedAt: string;
  readonly caseId: string;
  readonly taskId: string;
}

/** What a worklist position tells of its task. @throws when it is none. */
export const parsePosition = (position: string): PlacedTask => {
  const [targetOn = without, openedAt, caseId, taskId] = position.split('#');
  if (openedAt === undefined || caseId === undefined || taskId === undefined)
    throw new Error(`not a worklist position: ${position}`);
  return { ...(targetOn === without ? {} : { targetOn }), openedAt, caseId, taskId };
};
