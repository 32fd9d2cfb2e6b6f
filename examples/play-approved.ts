import {
  awaitStatus,
  type Cast,
  confirm,
  decide,
  type WrittenApplication,
  writeDraft,
} from './play-application.ts';

/** An application to which everybody agrees, from the draft to 办结; answers its id. */
export const playApproved = async (
  { clerk, cdo, reviewer, leader, operator }: Cast,
  application: WrittenApplication,
): Promise<string> => {
  const caseId = await writeDraft(clerk, application);
  await clerk.requestConfirmation(caseId, (await clerk.view(caseId)).version);
  await confirm(cdo, caseId);
  await decide(reviewer, caseId, 'approve', '同意。');
  await decide(leader, caseId, 'approve', '同意。');
  await decide(operator, caseId, 'approve', '同意。');
  await awaitStatus(clerk, caseId, 'completed');
  return caseId;
};
