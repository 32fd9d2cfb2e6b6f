import { Link } from 'react-router';
import type { WorkItem } from '#shared/contracts/case-desk.ts';
import { DueBadge } from '../due-badge.tsx';
import { formatInstant } from '../format-time.ts';
import { stayWords } from '../light-words.ts';

interface WorkRowProps {
  readonly item: WorkItem;
  /** Where it is shown beside the list; a phone opens the case's own page. */
  readonly to: string;
  readonly open: boolean;
}

/** One 待办: whose matter, what is asked, since when and until when. */
export const WorkRow = ({ item: { task, case: matter }, to, open }: WorkRowProps) => (
  <Link className="work-row" to={to} aria-current={open ? 'true' : undefined} preventScrollReset>
    <span className="card-title">{matter.systemName}</span>
    <span className="quiet small">
      {matter.tenantName} · {matter.organisation.name}
      <br />
      {matter.number}
    </span>
    <span className="work-asked">
      <span className="status status-now">{task.stageTitle}</span>
      {task.onBehalfOf !== undefined && <span className="quiet small">代{task.onBehalfOf}</span>}
      {task.round > 1 && <span className="quiet small">第 {task.round} 轮</span>}
      <span className="quiet small">
        {formatInstant(task.openedAt)} 到达，在手 {stayWords(task.workingDays)}
      </span>
    </span>
    {task.light && <DueBadge light={task.light} dueOn={task.targetOn} provisional={task.targetProvisional} />}
  </Link>
);
