import type { AttachmentList } from '#shared/contracts/attachments.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { useAttachments } from '../case/use-attachments.ts';

const missingIn = (list: AttachmentList | undefined): readonly FieldProblem[] =>
  (list?.materials ?? [])
    .filter(({ required, given }) => required && !given)
    .map(({ id, title, clause }) => ({
      pointer: `/attachments/${id}`,
      code: 'material-missing',
      message: `缺少${title}，请在下面的“附件”中上传。`,
      clause,
    }));

/** Files without which the form cannot be sent. What is required follows from the form as saved, so it is read again. */
export const useMissingFiles = (caseId: string) => {
  const list = useAttachments(caseId);
  return {
    missing: missingIn(list.data),
    readAgain: async () => missingIn((await list.refetch()).data),
  };
};
