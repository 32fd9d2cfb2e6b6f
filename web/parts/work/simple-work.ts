import type { WorkItem } from '#shared/contracts/case-desk.ts';

/** Names a task in the person's list. */
export const workKey = ({ task, case: { caseId } }: WorkItem): string => `${caseId} ${task.taskId}`;

/** Whether it may be passed in a batch: no quantities to assess, no form to vouch for, no question to answer. */
export const isSimple = ({ task }: WorkItem): boolean =>
  task.verbs.includes('approve') &&
  !task.assesses &&
  task.question === undefined &&
  (task.step === 'localReview' || task.step === 'cityRecheck');
