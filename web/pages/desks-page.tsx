import { useDelegations } from '../api/desks.ts';
import { DelegationsPanel } from '../parts/desks/delegations-panel.tsx';
import { HandOversPanel } from '../parts/desks/hand-overs-panel.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';

const Desks = () => {
  const delegations = useDelegations();
  if (delegations.isPending) return <PageSkeleton />;
  if (!delegations.data) return <ProblemPanel error={delegations.error} onRetry={delegations.refetch} />;
  const { may } = delegations.data;
  if (may.length === 0)
    return (
      <div className="panel">
        <EmptyNote description="您的岗位没有需要代办或交接的事项。" />
      </div>
    );
  return (
    <>
      {may.includes('delegate') && <DelegationsPanel own={delegations.data} />}
      {may.includes('handOver') && <HandOversPanel />}
    </>
  );
};

/** 代办与交接: who stands in for whom, and who takes over from whom. */
export const DesksPage = () => (
  <>
    <title>代办与交接 · 云网通</title>
    <div className="page-head">
      <h1>代办与交接</h1>
    </div>
    <Desks />
  </>
);
