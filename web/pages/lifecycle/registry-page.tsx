import { Select } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { poolChoices } from '#shared/contracts/place-words.ts';
import type { SystemSummary } from '#shared/contracts/registry.ts';
import { useResources, useSystems } from '../../api/lifecycle.ts';
import { itemsOf } from '../../api/reads.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { formatInstant } from '../../parts/format-time.ts';
import { RegistryViews } from '../../parts/lifecycle/registry-views.tsx';
import { ResourceList } from '../../parts/lifecycle/resource-list.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';
import '../../parts/lifecycle/lifecycle.css';

const inUseWords = ({ inUse }: SystemSummary): string =>
  inUse.length === 0 ? '还没有在用资源' : inUse.map(({ label, count }) => `${label} ${count}`).join('、');

const SystemTable = ({ items }: { readonly items: readonly SystemSummary[] }) => (
  <TableFrame label="信息系统" whole>
    <table className="table">
      <thead>
        <tr>
          <th scope="col">信息系统</th>
          <th scope="col">使用部门</th>
          <th scope="col">所属</th>
          <th scope="col">在用资源（个）</th>
          <th scope="col">登记时间</th>
        </tr>
      </thead>
      <tbody>
        {items.map((system) => (
          <tr key={system.systemId}>
            <td data-label="信息系统">
              <Link to={`/registry/${system.systemId}`}>{system.name}</Link>
            </td>
            <td data-label="使用部门">{system.organisation.name}</td>
            <td data-label="所属">{system.tenantName}</td>
            <td data-label="在用资源（个）">{inUseWords(system)}</td>
            <td data-label="登记时间">{formatInstant(system.createdAt)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

const Systems = () => {
  const systems = useSystems();
  if (systems.isPending) return <PageSkeleton />;
  if (!systems.data) return <ProblemPanel error={systems.error} onRetry={systems.refetch} />;
  const items = itemsOf(systems.data);
  return items.length === 0 ? (
    <div className="panel">
      <EmptyNote description="台账里还没有信息系统。资源申请办结后会自动登记。" />
    </div>
  ) : (
    <>
      <SystemTable items={items} />
      <MoreButton pages={systems} />
    </>
  );
};

const Resources = () => {
  const [pool, setPool] = useState<string>();
  const resources = useResources(pool);
  const items = resources.data ? itemsOf(resources.data) : [];
  return (
    <>
      <div className="block-title">
        <Select
          allowClear
          aria-label="资源池"
          placeholder="全部资源池"
          value={pool ?? null}
          onChange={(value) => setPool(value ?? undefined)}
          options={poolChoices}
          style={{ minWidth: 160 }}
        />
      </div>
      {resources.isPending && <PageSkeleton />}
      {resources.error && <ProblemPanel error={resources.error} onRetry={resources.refetch} />}
      {resources.data && items.length === 0 && (
        <div className="panel">
          <EmptyNote description="没有符合条件的云资源。资源开通后会自动登记。" />
        </div>
      )}
      {items.length > 0 && <ResourceList items={items} withSystem />}
      <MoreButton pages={resources} />
    </>
  );
};

const views = [
  ['systems', Systems],
  ['resources', Resources],
] as const;

/** 台账: what exists, each entry from the case that made it. */
export const RegistryPage = () => {
  const [address] = useSearchParams();
  const [shown, Shown] = views.find(([id]) => id === address.get('show')) ?? views[0];
  return (
    <>
      <title>台账 · 云网通</title>
      <div className="page-head">
        <h1>台账</h1>
      </div>
      <RegistryViews shown={shown} />
      <Shown />
    </>
  );
};
