import { Link } from 'react-router';
import type { CaseView } from '#shared/contracts/cases.ts';
import { UnfiledTag } from '../catalogue/unfiled-tag.tsx';
import { formatMoney } from '../format-money.ts';
import { formatInstant } from '../format-time.ts';
import { StatusTag } from '../status-tag.tsx';
import { scaleWords } from './scale-words.ts';
import './case.css';

const clockWords = { running: '', paused: '已暂停，补正期间不计', stopped: '已停止' } as const;

const ReviewClock = ({ clock }: { readonly clock: NonNullable<CaseView['reviewClock']> }) => (
  <span>
    审核已用 <strong>{clock.workingDays}</strong> 个工作日
    {clockWords[clock.state] !== '' && `（${clockWords[clock.state]}）`}
  </span>
);

const Cost = ({ view }: { readonly view: CaseView }) => (
  <span>
    每月费用 <strong>{formatMoney(view.assessedCostFen ?? view.monthlyCostFen)}</strong>
    {view.assessedCostFen !== undefined && <>（申请 {formatMoney(view.monthlyCostFen)}，按最近评估数量计）</>}{' '}
    {view.catalogueUnfiled && <UnfiledTag />}
  </span>
);

/** Whose matter, where it stands, under which rules and at what cost. */
export const CaseHead = ({ view }: { readonly view: CaseView }) => (
  <header className="case-head">
    <h1>{view.systemName}</h1>
    <StatusTag of={view} />
    <div className="case-meta">
      <span>
        {view.tenantName} · {view.organisation.name}
      </span>
      <span>办件编号 {view.number}</span>
      <span>{view.round === 0 ? '尚未提交' : `第 ${view.round} 轮`}</span>
      {view.priced && <Cost view={view} />}
      {view.scale?.judged && (
        <span>
          {view.scale.judged.by.organisation}认定为<strong>{scaleWords[view.scale.judged.scale]}</strong>
        </span>
      )}
      {view.linked && (
        <Link to={`/cases/${view.linked.caseId}`}>
          同步办理：{view.linked.as === 'exit' ? '旧资源退出' : '新资源申请'}
        </Link>
      )}
      {view.systemId !== undefined && <Link to={`/registry/${view.systemId}`}>台账中的信息系统</Link>}
      {view.reviewClock && <ReviewClock clock={view.reviewClock} />}
      <span>适用规则 {view.ruleTitle}</span>
      <span>最近变动 {formatInstant(view.updatedAt)}</span>
    </div>
  </header>
);
