import type { FieldProblem } from '../../api/read-problem.ts';
import { useAttachments } from '../case/use-attachments.ts';

/** Files without which the form cannot be sent, as the server names them; none while the list is on its way. */
export const useMissingFiles = (caseId: string): readonly FieldProblem[] =>
  (useAttachments(caseId).data?.materials ?? [])
    .filter(({ required, given }) => required && !given)
    .map(({ id, title, clause }) => ({
      pointer: `/attachments/${id}`,
      code: 'material-missing',
      message: `缺少${title}，请在下面的“附件”中上传。`,
      clause,
    }));
