import { Link } from 'react-router';
import type { ListedCase } from '#shared/contracts/case-lists.ts';
import { itemsOf, useCases } from '../../api/reads.ts';
import { MiniRoute } from '../case/mini-route.tsx';
import { DueBadge } from '../due-badge.tsx';
import { EmptyNote } from '../empty-note.tsx';
import { formatInstant } from '../format-time.ts';
import { stayWords } from '../light-words.ts';
import { MoreButton } from '../more-button.tsx';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { StatusTag } from '../status-tag.tsx';
import './work.css';

const ended: ReadonlySet<ListedCase['status']> = new Set(['completed', 'rejected', 'withdrawn']);

const CaseCard = ({ matter }: { readonly matter: ListedCase }) => (
  <Link className="card" to={`/cases/${matter.caseId}`}>
    <span className="card-title">{matter.systemName}</span>
    <span>
      <StatusTag of={matter} /> <span className="quiet small">{matter.number}</span>
      {matter.round > 1 && <span className="quiet small">　第 {matter.round} 轮</span>}
    </span>
    <MiniRoute line={matter.line} />
    {matter.desk ? (
      <span className="card-foot">
        <span className="small">
          {matter.desk.holder}（{matter.desk.stageTitle}）在办，已 {stayWords(matter.desk.workingDays)}
        </span>
        {matter.desk.light && <DueBadge light={matter.desk.light} dueOn={matter.desk.targetOn} />}
      </span>
    ) : (
      <span className="card-foot quiet small">最近变动 {formatInstant(matter.updatedAt)}</span>
    )}
  </Link>
);

interface BlockProps {
  readonly id: string;
  readonly title: string;
  readonly items: readonly ListedCase[];
}

const Block = ({ id, title, items }: BlockProps) =>
  items.length > 0 && (
    <section aria-labelledby={id}>
      <h2 id={id} className="block-title">
        {title} <span className="quiet small">{items.length} 件</span>
      </h2>
      <ul className="cards">
        {items.map((matter) => (
          <li key={matter.caseId}>
            <CaseCard matter={matter} />
          </li>
        ))}
      </ul>
    </section>
  );

/** 我的办件: what is under way with its route line, drafts, and what has ended. */
export const MyCases = () => {
  const cases = useCases({});
  if (cases.isPending) return <PageSkeleton />;
  if (!cases.data) return <ProblemPanel error={cases.error} onRetry={cases.refetch} />;
  const items = itemsOf(cases.data);
  return (
    <>
      {items.length === 0 && (
        <div className="panel panel-empty">
          <EmptyNote description="本单位还没有办件。点右上角“我要申请”开始第一件。" />
        </div>
      )}
      <Block
        id="under-way"
        title="在办"
        items={items.filter(({ status }) => status !== 'draft' && !ended.has(status))}
      />
      <Block id="drafts" title="草稿" items={items.filter(({ status }) => status === 'draft')} />
      <Block id="ended" title="已结束" items={items.filter(({ status }) => ended.has(status))} />
      <MoreButton pages={cases} />
    </>
  );
};
