import { Link } from 'react-router';
import { useCase } from '../../api/reads.ts';
import { CaseDesk } from '../case/case-desk.tsx';
import { CaseHead } from '../case/case-head.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';

interface WorkPanelProps {
  readonly caseId: string;
  readonly onStep: (by: 1 | -1) => void;
}

/** The case beside the list: enough to decide by, and the verbs. */
export const WorkPanel = ({ caseId, onStep }: WorkPanelProps) => {
  const matter = useCase(caseId);
  if (matter.isPending) return <PageSkeleton />;
  if (!matter.data) return <ProblemPanel error={matter.error} onRetry={matter.refetch} />;
  return (
    <section className="work-panel" aria-label={`办理：${matter.data.systemName}`}>
      <CaseHead view={matter.data} />
      <p>
        <Link to={`/cases/${caseId}`}>打开整页（办理进度、全程留痕）</Link>
      </p>
      <CaseDesk
        key={`${caseId} ${matter.data.round} ${matter.data.status}`}
        view={matter.data}
        onRefresh={matter.refetch}
        onStep={onStep}
      />
    </section>
  );
};
