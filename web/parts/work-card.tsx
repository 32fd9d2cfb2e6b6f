import { Link } from 'react-router';
import type { WorkItem } from '#shared/contracts/cases.ts';
import { DueBadge } from './due-badge.tsx';
import { formatInstant } from './format-time.ts';
import './lists.css';

/** One 待办: whose matter, what is asked, since when and until when. */
export const WorkCard = ({ item: { task, case: matter } }: { readonly item: WorkItem }) => (
  <Link className="card" to={`/cases/${matter.caseId}`}>
    <span className="card-title">{matter.systemName}</span>
    <span className="quiet">
      {matter.tenantName} · {matter.organisation.name}
    </span>
    <span>
      <span className="status status-now">
        {task.stepTitle} · {task.stageTitle}
      </span>
      {task.round > 1 && <span className="quiet">　第 {task.round} 轮</span>}
    </span>
    <span className="quiet small">到达时间 {formatInstant(task.openedAt)}</span>
    {task.targetOn !== undefined && (
      <span className="card-foot">
        <DueBadge dueOn={task.targetOn} provisional={task.targetProvisional === true} />
      </span>
    )}
  </Link>
);
