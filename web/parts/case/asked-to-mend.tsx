import type { CaseView } from '#shared/contracts/cases.ts';
import { Notice } from '../notice.tsx';

/** What the one who returned it wrote: in a correction the latest decision, and what the clerk came for. */
export const AskedToMend = ({ view }: { readonly view: CaseView }) => {
  const [decision] = view.tasks
    .flatMap((task) => task.decision ?? [])
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at));
  if (view.status !== 'correcting' || !decision) return null;
  return (
    <Notice
      type="warning"
      title={`${decision.by.organisation} ${decision.by.name} ${decision.outcomeLabel}`}
      description={decision.opinion}
    />
  );
};
