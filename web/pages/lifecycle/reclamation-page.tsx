import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import { useReclamation } from '../../api/lifecycle.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { ClauseChip } from '../../parts/clause-chip.tsx';
import { ProcessPapers } from '../../parts/document/process-papers.tsx';
import { formatDate, formatInstant } from '../../parts/format-time.ts';
import { DueWord } from '../../parts/lifecycle/due-word.tsx';
import {
  actTitle,
  type ReclamationAct,
  ReclamationDialog,
} from '../../parts/lifecycle/reclamation-dialog.tsx';
import { ReclamationSteps } from '../../parts/lifecycle/reclamation-steps.tsx';
import { TaskResources } from '../../parts/lifecycle/task-resources.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lifecycle/lifecycle.css';

const Head = ({
  view,
  onOpen,
}: {
  readonly view: ReclamationView;
  readonly onOpen: (act: ReclamationAct) => void;
}) => (
  <div className="panel">
    <div className="lifecycle-head">
      <h1>资源回收 · {view.systemName}</h1>
      <span className={['ended', 'restored'].includes(view.status) ? 'status' : 'status status-now'}>
        {view.statusLabel}
      </span>
    </div>
    <dl className="lifecycle-facts">
      <div>
        <dt>使用部门</dt>
        <dd>
          {view.organisation.name}（{view.tenantName}）
        </dd>
      </div>
      <div>
        <dt>原因</dt>
        <dd>{view.causeLabel}</dd>
      </div>
      <div>
        <dt>可执行日期</dt>
        <dd>
          {formatDate(view.actOn)}
          {view.graceClause !== undefined && (
            <>
              {' '}
              （此前可恢复）
              <ClauseChip clause={view.graceClause} />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>回收期限</dt>
        <dd>{view.due ? <DueWord due={view.due} /> : '未规定'}</dd>
      </div>
      <div>
        <dt>停止计费</dt>
        <dd>
          {view.billing.until === undefined ? '回收后' : formatDate(view.billing.until)}{' '}
          <ClauseChip clause={view.billing.clause} />
        </dd>
      </div>
    </dl>
    <div className="lifecycle-tools">
      {view.may.map((act) => (
        <Button key={act} type={act === 'revoke' ? 'default' : 'primary'} onClick={() => onOpen(act)}>
          {actTitle(act)}
        </Button>
      ))}
      {view.certificate?.issued && (
        <Link to={`/reclamations/${view.reclamationId}/certificate`}>查看和打印证明</Link>
      )}
      <Link to={`/registry/${view.systemId}`}>台账中的信息系统</Link>
      {view.caseId !== undefined && <Link to={`/cases/${view.caseId}`}>关停申请</Link>}
      {view.cause === 'rectification' && (
        <Link to={`/rectifications/${view.reclamationId}`}>整改和处置决定</Link>
      )}
    </div>
  </div>
);

const Archived = ({ archived }: Pick<ReclamationView, 'archived'>) =>
  archived.length > 0 && (
    <section className="panel" aria-label="移交档案机构的数据">
      <h2>移交档案机构的数据</h2>
      <ul className="lifecycle-steps">
        {archived.map((one) => (
          <li key={one.receipt}>
            <strong>{one.name}</strong>
            {formatDate(one.handedOn)} 移交{one.receiver}，回执 {one.receipt}
            <span className="quiet small">最后使用 {formatDate(one.lastUsedOn)}</span>
          </li>
        ))}
      </ul>
    </section>
  );

/** 一件资源回收: who decided it, from when it may be carried out, what was done and what proves it. */
export const ReclamationPage = () => {
  const { reclamationId = '' } = useParams();
  const reclamation = useReclamation(reclamationId);
  const [act, setAct] = useState<ReclamationAct>();
  if (reclamation.isPending) return <PageSkeleton />;
  if (!reclamation.data) return <ProblemPanel error={reclamation.error} onRetry={reclamation.refetch} />;
  const view = reclamation.data;
  return (
    <>
      <title>{`${view.systemName} · 资源回收 · 云网通`}</title>
      {reclamation.error && !isStale(reclamation.error) && (
        <ProblemPanel error={reclamation.error} onRetry={reclamation.refetch} />
      )}
      <Head view={view} onOpen={setAct} />
      <section className="panel" aria-label="决定">
        <h2>决定</h2>
        <p>
          {formatInstant(view.decision.at)} {view.decision.by?.name}（{view.decision.by?.organisation}）
        </p>
        <p>{view.decision.reason}</p>
        {view.cause !== 'shutdown' && (
          <p className="quiet">
            {view.dataLoss.text} <ClauseChip clause={view.dataLoss.clause} />
          </p>
        )}
      </section>
      <ReclamationSteps view={view} />
      <Archived archived={view.archived} />
      <TaskResources resources={view.resources} />
      <ProcessPapers processId={view.reclamationId} kinds={view.cause === 'shutdown' ? [] : ['reclaim']} />
      {act && (
        <ReclamationDialog
          reclamation={view}
          act={act}
          onClose={() => setAct(undefined)}
          onRefresh={reclamation.refetch}
        />
      )}
    </>
  );
};
