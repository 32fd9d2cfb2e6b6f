import { useParams } from 'react-router';
import { poolWords, zoneWords } from '#shared/contracts/place-words.ts';
import type { WorkView } from '#shared/contracts/work-orders.ts';
import { useLifecycleCommand, useWork } from '../../api/lifecycle.ts';
import { isStale } from '../../api/problem-error.ts';
import { Button } from '../../parts/button.tsx';
import { formatDate, formatInstant } from '../../parts/format-time.ts';
import { UnitTable } from '../../parts/lifecycle/batch-list.tsx';
import { DepositForm } from '../../parts/lifecycle/deposit-form.tsx';
import { DueWord } from '../../parts/lifecycle/due-word.tsx';
import { ReportForm } from '../../parts/lifecycle/report-form.tsx';
import { TaskPanel } from '../../parts/lifecycle/task-panel.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import '../../parts/lifecycle/lifecycle.css';

const Lines = ({ work }: { readonly work: WorkView }) => (
  <section className="panel" aria-label="清单">
    <h2>{work.kind === 'confirmation' ? '待确认的核定清单' : '本批清单'}</h2>
    <TableFrame label="清单">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">产品规格</th>
            <th scope="col">配置</th>
            <th scope="col">资源池</th>
            <th scope="col">部署区域</th>
            <th scope="col" className="number">
              核定数量
            </th>
          </tr>
        </thead>
        <tbody>
          {work.lines.map((line) => (
            <tr key={line.lineNo}>
              <td data-label="产品规格">
                <span>
                  {line.name}
                  {line.changes && <div className="quiet small">变更，原为 {line.changes.name}</div>}
                </span>
              </td>
              <td data-label="配置">{line.specification}</td>
              <td data-label="资源池">{poolWords(line.pool)}</td>
              <td data-label="部署区域">{zoneWords(line.zone)}</td>
              <td data-label="核定数量" className="number">
                {line.quantity} {line.unit}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableFrame>
  </section>
);

const ConfirmPanel = ({
  work,
  onRefresh,
}: {
  readonly work: WorkView;
  readonly onRefresh: () => unknown;
}) => {
  const confirm = useLifecycleCommand('answerWorkOrder');
  return (
    <div className="panel">
      <p>确认按核定清单提供资源。三方都确认后，运行管理机构再下达开通工单。</p>
      {confirm.error && (
        <ProblemPanel
          error={confirm.error}
          onRetry={isStale(confirm.error) ? onRefresh : undefined}
          retryLabel="刷新"
        />
      )}
      <Button
        type="primary"
        loading={confirm.isPending}
        onClick={() =>
          confirm.mutate({
            params: { workId: work.workId },
            version: work.version,
            body: { kind: 'confirm' },
          })
        }
      >
        确认
      </Button>
    </div>
  );
};

const WorkBody = ({ work, onRefresh }: { readonly work: WorkView; readonly onRefresh: () => unknown }) => (
  <>
    <div className="panel">
      <div className="lifecycle-head">
        <h1>
          {work.kindLabel}
          {work.batch !== undefined && ` · 第 ${work.batch} 批`}
        </h1>
        <span className={work.state === 'done' ? 'status' : 'status status-now'}>
          {work.state === 'done' ? '已办结' : '待办结'}
        </span>
      </div>
      <dl className="lifecycle-facts">
        <div>
          <dt>信息系统</dt>
          <dd>{work.systemName}</dd>
        </div>
        <div>
          <dt>使用部门</dt>
          <dd>
            {work.applicant}（{work.tenantName}）
          </dd>
        </div>
        <div>
          <dt>下达</dt>
          <dd>{formatInstant(work.issuedAt)}</dd>
        </div>
        {work.window && (
          <div>
            <dt>保障期间</dt>
            <dd>
              {formatDate(work.window.from)} 至 {formatDate(work.window.to)}，到期另行下达回收工单
            </dd>
          </div>
        )}
        {work.due && (
          <div>
            <dt>完成期限</dt>
            <dd>
              <DueWord due={work.due} />
            </dd>
          </div>
        )}
      </dl>
    </div>
    {work.may.includes('confirm') && <ConfirmPanel work={work} onRefresh={onRefresh} />}
    {work.may.includes('report') && <ReportForm key={work.version} work={work} onRefresh={onRefresh} />}
    {work.may.includes('leaveCredentials') && <DepositForm work={work} />}
    {work.task && <TaskPanel key={work.version} work={work} task={work.task} onRefresh={onRefresh} />}
    {work.lines.length > 0 && <Lines work={work} />}
    {work.units.length > 0 && (
      <section className="panel" aria-label="资源">
        <h2>资源</h2>
        <UnitTable units={work.units} lines={work.lines} />
      </section>
    )}
  </>
);

/** 工单, as the provider's engineer answers it. */
export const WorkPage = () => {
  const { workId = '' } = useParams();
  const work = useWork(workId);
  if (work.isPending) return <PageSkeleton />;
  if (!work.data) return <ProblemPanel error={work.error} onRetry={work.refetch} />;
  return (
    <>
      <title>{`${work.data.kindLabel} · ${work.data.systemName} · 云网通`}</title>
      <WorkBody work={work.data} onRefresh={work.refetch} />
    </>
  );
};
