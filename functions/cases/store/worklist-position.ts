import { indexKeys } from '#shared/table/keys.ts';
import type { Holder, Task } from '../domain/case-state.ts';

/** Stands for no target day, behind every real one. */
const without = '9999-12-31';

/** The worklist that a task stands in: its post's, also when one person of the post holds it by name. */
export const worklistOf = ({ tenant, role, organisation }: Holder): string =>
  indexKeys.worklist(tenant, role, organisation);

/**
 * Place of a task in its worklist: by target day, then by the time it was opened; tasks without a target stand last. It
 * ends with the one who holds the task by name, so that the row alone says whose it is.
 */
export const worklistPosition = (
  caseId: string,
  { targetOn = without, openedAt, taskId, holder }: Pick<Task, 'targetOn' | 'openedAt' | 'taskId' | 'holder'>,
): string =>
  [targetOn, openedAt, caseId, taskId, ...(holder.membership === undefined ? [] : [holder.membership])].join(
    '#',
  );

export interface PlacedTask {
  readonly targetOn?: string;
  readonly openedAt: string;
  readonly caseId: string;
  readonly taskId: string;
  readonly membership?: string;
}

/** What a worklist position tells of its task. @throws when it is none. */
export const parsePosition = (position: string): PlacedTask => {
  const [targetOn = without, openedAt, caseId, taskId, membership] = position.split('#');
  if (openedAt === undefined || caseId === undefined || taskId === undefined)
    throw new Error(`not a worklist position: ${position}`);
  return {
    ...(targetOn === without ? {} : { targetOn }),
    openedAt,
    caseId,
    taskId,
    ...(membership === undefined ? {} : { membership }),
  };
};
