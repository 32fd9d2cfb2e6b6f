import type { ColleaguesView } from '#shared/contracts/case-verbs.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { useColleagues } from '../../api/reads.ts';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { PersonChoice } from './person-choice.tsx';

interface ColleagueChoiceProps {
  readonly view: CaseView;
  readonly taskId: string;
  readonly of: keyof ColleaguesView;
  readonly label: string;
  readonly empty: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly single?: boolean;
}

/** The people whom a task may be handed to, or who may be asked. */
export const ColleagueChoice = ({ view, taskId, of, ...choice }: ColleagueChoiceProps) => {
  const colleagues = useColleagues(view.caseId, taskId);
  if (colleagues.isPending) return <PageSkeleton />;
  if (!colleagues.data) return <ProblemPanel error={colleagues.error} onRetry={colleagues.refetch} />;
  return <PersonChoice {...choice} people={colleagues.data[of]} />;
};
