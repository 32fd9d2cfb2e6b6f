import { Link } from 'react-router';
import type { RectificationSummary } from '#shared/contracts/rectification.ts';
import { useRectifications } from '../../api/lifecycle.ts';
import { itemsOf } from '../../api/reads.ts';
import { ClauseChip } from '../../parts/clause-chip.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { formatInstant } from '../../parts/format-time.ts';
import { DueWord } from '../../parts/lifecycle/due-word.tsx';
import { ReclaimViews } from '../../parts/lifecycle/reclaim-views.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import '../../parts/lifecycle/lifecycle.css';

const ended: readonly RectificationSummary['status'][] = ['dismissed', 'rectified', 'disposed'];

const Table = ({ items }: { readonly items: readonly RectificationSummary[] }) => (
  <TableFrame label="整改事项列表" whole>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">信息系统</th>
          <th scope="col">使用部门</th>
          <th scope="col">情形</th>
          <th scope="col">状态</th>
          <th scope="col">登记时间</th>
          <th scope="col">整改期限</th>
        </tr>
      </thead>
      <tbody>
        {items.map((one) => (
          <tr key={one.rectificationId}>
            <td data-label="信息系统">
              <Link to={`/rectifications/${one.rectificationId}`}>{one.systemName}</Link>
            </td>
            <td data-label="使用部门">
              {one.organisation.name}（{one.tenantName}）
            </td>
            <td data-label="情形">
              <span>
                {one.finding.title} <ClauseChip clause={one.finding.clause} short />
              </span>
            </td>
            <td data-label="状态">
              <span className={ended.includes(one.status) ? 'status' : 'status status-now'}>
                {one.statusLabel}
              </span>
            </td>
            <td data-label="登记时间">{formatInstant(one.recordedAt)}</td>
            <td data-label="整改期限">{one.due ? <DueWord due={one.due} /> : '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

const Rectifications = () => {
  const list = useRectifications();
  if (list.isPending) return <PageSkeleton />;
  if (!list.data) return <ProblemPanel error={list.error} onRetry={list.refetch} />;
  const items = itemsOf(list.data);
  return items.length === 0 ? (
    <div className="panel">
      <EmptyNote description="没有整改事项。运行管理方在台账的信息系统页登记问题，主管部门审核后通知使用部门。" />
    </div>
  ) : (
    <>
      <Table items={items} />
      <MoreButton pages={list} />
    </>
  );
};

/** 警告和整改, the newest first. */
export const RectificationsPage = () => (
  <>
    <title>整改 · 云网通</title>
    <div className="page-head">
      <h1>整改与回收</h1>
    </div>
    <ReclaimViews shown="rectifications" />
    <Rectifications />
  </>
);
