import { useReclamations } from '../../api/lifecycle.ts';
import { itemsOf } from '../../api/reads.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { ReclaimViews } from '../../parts/lifecycle/reclaim-views.tsx';
import { ReclamationTable } from '../../parts/lifecycle/reclamation-table.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lifecycle/lifecycle.css';

const Reclamations = () => {
  const list = useReclamations();
  if (list.isPending) return <PageSkeleton />;
  if (!list.data) return <ProblemPanel error={list.error} onRetry={list.refetch} />;
  const items = itemsOf(list.data);
  return items.length === 0 ? (
    <div className="panel">
      <EmptyNote description="还没有资源回收。关停申请办结、或主管部门决定收回后，会出现在这里。" />
    </div>
  ) : (
    <>
      <ReclamationTable items={items} />
      <MoreButton pages={list} />
    </>
  );
};

/** 资源回收, the newest first. */
export const ReclamationsPage = () => (
  <>
    <title>资源回收 · 云网通</title>
    <div className="page-head">
      <h1>整改与回收</h1>
    </div>
    <ReclaimViews shown="reclamations" />
    <Reclamations />
  </>
);
