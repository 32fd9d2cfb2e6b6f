import { Link, useParams } from 'react-router';
import type { SystemView } from '#shared/contracts/registry.ts';
import { useSystem } from '../../api/lifecycle.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { formatMoney } from '../../parts/format-money.ts';
import { formatInstant } from '../../parts/format-time.ts';
import { RecordFinding } from '../../parts/lifecycle/record-finding.tsx';
import { ResourceList } from '../../parts/lifecycle/resource-list.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import '../../parts/lifecycle/lifecycle.css';

/** 申请、审核、开通、上线、变更、退出: what has happened in each, when and by whom. */
const Stages = ({ stages }: Pick<SystemView, 'stages'>) => (
  <section className="panel" aria-label="全过程">
    <h2>全过程</h2>
    <ol className="lifecycle-stages">
      {stages.map(({ stage, label, entries }) => (
        <li key={stage} className={entries.length > 0 ? 'lifecycle-reached' : ''}>
          <h3>
            {entries.length > 0 && <span aria-hidden="true">✓ </span>}
            {label}
          </h3>
          {entries.length === 0 ? (
            <span className="quiet small">尚未发生</span>
          ) : (
            <ol>
              {entries.map(({ at, text, by, caseId }) => (
                <li key={`${at} ${text}`}>
                  {caseId === undefined ? text : <Link to={`/cases/${caseId}`}>{text}</Link>}
                  <div className="quiet small">
                    {formatInstant(at)} {by?.name}
                  </div>
                </li>
              ))}
            </ol>
          )}
        </li>
      ))}
    </ol>
  </section>
);

/** 一个信息系统: its resources, addresses and bills, and its way so far. */
export const SystemPage = () => {
  const { systemId = '' } = useParams();
  const system = useSystem(systemId);
  const { membership } = useSignedIn();
  if (system.isPending) return <PageSkeleton />;
  if (!system.data) return <ProblemPanel error={system.error} onRetry={system.refetch} />;
  const { name, organisation, tenantName, createdAt, inUse, resources, stages, monthlyCostFen, closedAt } =
    system.data;
  const mayChange = membership.roles.includes('department.clerk') && inUse.length > 0;
  return (
    <>
      <title>{`${name} · 台账 · 云网通`}</title>
      <div className="panel">
        <div className="lifecycle-head">
          <h1>{name}</h1>
          {closedAt !== undefined && <span className="status">已关停</span>}
        </div>
        {mayChange && (
          <div className="lifecycle-tools">
            <Link to={`/cases/new/resourceChange?system=${systemId}`}>申请变更</Link>
          </div>
        )}
        <dl className="lifecycle-facts">
          <div>
            <dt>使用部门</dt>
            <dd>{organisation.name}</dd>
          </div>
          <div>
            <dt>所属</dt>
            <dd>{tenantName}</dd>
          </div>
          <div>
            <dt>登记</dt>
            <dd>{formatInstant(createdAt)}</dd>
          </div>
          <div>
            <dt>每月费用</dt>
            <dd>{formatMoney(monthlyCostFen)}</dd>
          </div>
          {inUse.map(({ kind, label, count, quantity }) => (
            <div key={kind}>
              <dt>{label}</dt>
              <dd>
                {count} 个{quantity === count ? '' : `（共 ${quantity}）`}
              </dd>
            </div>
          ))}
        </dl>
      </div>
      {closedAt === undefined && (
        <div className="lifecycle-tools">
          <RecordFinding systemId={systemId} systemName={name} />
        </div>
      )}
      <Stages stages={stages} />
      <section className="panel" aria-label="云资源">
        <h2>云资源</h2>
        {resources.length === 0 ? (
          <p className="quiet">还没有开通的资源。</p>
        ) : (
          <ResourceList items={resources} />
        )}
      </section>
    </>
  );
};
