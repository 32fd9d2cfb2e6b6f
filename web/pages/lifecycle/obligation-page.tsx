import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ObligationView } from '#shared/contracts/obligations.ts';
import { useEvidence, useObligation } from '../../api/lifecycle.ts';
import { Button } from '../../parts/button.tsx';
import { ClauseChip } from '../../parts/clause-chip.tsx';
import { formatDate, formatInstant } from '../../parts/format-time.ts';
import {
  ExplainDialog,
  JudgeDialog,
  PerformDialog,
  type VerdictKind,
  verdictWords,
} from '../../parts/lifecycle/obligation-dialogs.tsx';
import { ObligationLight } from '../../parts/lifecycle/obligation-light.tsx';
import { Reckoning } from '../../parts/lifecycle/obligation-reckoning.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lifecycle/lifecycle.css';

type Open = 'perform' | 'explain' | VerdictKind;
const openWords: Readonly<Record<Open, string>> = {
  perform: '登记完成',
  explain: '提交情况说明',
  ...verdictWords,
};
const lapseWords = {
  mayReclaim: '超期且无正当理由的，市级管理机构可以决定收回；系统不会自动收回。',
  lists: '超期的列入超期清单。',
  reminds: '只作提醒，期限以细则规定为准。',
} as const;
const levelWords = { level2: '二级', level3: '三级' } as const;

const Moves = ({ moves }: Pick<ObligationView, 'moves'>) => (
  <section className="panel" aria-label="说明和决定">
    <h2>说明和决定</h2>
    <ul className="lifecycle-steps">
      {moves.map(({ kind, label, at, by, text, until }) => (
        <li key={`${kind}${at}`}>
          <strong>{label}</strong>
          {formatInstant(at)} {by?.name}
          {until !== undefined && (
            <span>
              {kind === 'explained' ? '希望延至' : '期限'} {formatDate(until)}
            </span>
          )}
          <span className="quiet">{text}</span>
        </li>
      ))}
    </ul>
  </section>
);

const Performance = ({
  obligationId,
  performance,
}: {
  readonly obligationId: string;
  readonly performance: NonNullable<ObligationView['performance']>;
}) => {
  const evidence = useEvidence(obligationId);
  const { on, at, by, statement, level } = performance;
  return (
    <section className="panel" aria-label="履约登记">
      <h2>履约登记</h2>
      <p>
        <strong>{formatDate(on)}</strong> 完成{level && `，${levelWords[level]}`}。{statement}
      </p>
      <p className="quiet small">
        {by?.name} {formatInstant(at)} 登记
      </p>
      {performance.evidence && (
        <Button onClick={() => evidence.mutate()} loading={evidence.isPending}>
          下载佐证文件：{performance.evidence.fileName}
        </Button>
      )}
      {evidence.error && <ProblemPanel error={evidence.error} />}
    </section>
  );
};

const Facts = ({ obligation }: { readonly obligation: ObligationView }) => (
  <dl className="lifecycle-facts">
    <div>
      <dt>信息系统</dt>
      <dd>
        <Link to={`/registry/${obligation.systemId}`}>{obligation.systemName}</Link>
      </dd>
    </div>
    <div>
      <dt>使用部门</dt>
      <dd>{obligation.organisation.name}</dd>
    </div>
    {obligation.orderId !== undefined && (
      <div>
        <dt>来自</dt>
        <dd>
          <Link to={`/provisioning/${obligation.orderId}`}>第 {obligation.batch} 批开通</Link>
        </dd>
      </div>
    )}
    {obligation.nextDueOn !== undefined && (
      <div>
        <dt>下次期限</dt>
        <dd>{formatDate(obligation.nextDueOn)}</dd>
      </div>
    )}
  </dl>
);

const Body = ({
  obligation,
  onRefresh,
}: {
  readonly obligation: ObligationView;
  readonly onRefresh: () => unknown;
}) => {
  const [open, setOpen] = useState<Open>();
  const dialog = { obligation, onRefresh, onClose: () => setOpen(undefined) };
  const { reckoning, moves, performance, metBy, may } = obligation;
  return (
    <>
      <div className="panel">
        <div className="lifecycle-head">
          <h1>
            {obligation.title}
            {obligation.batch !== undefined && ` · 第 ${obligation.batch} 批`}
          </h1>
          <span className="status status-now">{obligation.statusLabel}</span>
          <ClauseChip clause={obligation.clause} />
        </div>
        <ObligationLight item={obligation} />
        <Facts obligation={obligation} />
        <p>
          {lapseWords[obligation.lapse]} <ClauseChip clause={obligation.lapseClause} short />
        </p>
        {metBy !== undefined && (
          <p>
            这一事项随 <Link to={`/obligations/${metBy}`}>另一事项</Link> 一并登记。
          </p>
        )}
        <div className="lifecycle-tools">
          {may.map((what) => (
            <Button
              key={what}
              type={what === 'perform' ? 'primary' : 'default'}
              onClick={() => setOpen(what)}
            >
              {openWords[what]}
            </Button>
          ))}
          <Link to="/obligations">全部履约事项</Link>
        </div>
      </div>
      {performance && <Performance obligationId={obligation.obligationId} performance={performance} />}
      {moves.length > 0 && <Moves moves={moves} />}
      {reckoning && <Reckoning reckoning={reckoning} />}
      {open === 'perform' && <PerformDialog {...dialog} />}
      {open === 'explain' && <ExplainDialog {...dialog} />}
      {open !== undefined && open !== 'perform' && open !== 'explain' && (
        <JudgeDialog {...dialog} verdict={open} />
      )}
    </>
  );
};

/** 一个履约事项: its day and how it is reckoned, what was said and decided, and what is asked of the person. */
export const ObligationPage = () => {
  const { obligationId = '' } = useParams();
  const obligation = useObligation(obligationId);
  if (obligation.isPending) return <PageSkeleton />;
  if (!obligation.data) return <ProblemPanel error={obligation.error} onRetry={obligation.refetch} />;
  return (
    <>
      <title>{`${obligation.data.title} · 履约 · 云网通`}</title>
      <Body obligation={obligation.data} onRefresh={obligation.refetch} />
    </>
  );
};
