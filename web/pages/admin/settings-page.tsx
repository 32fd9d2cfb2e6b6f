import { useTenant } from '../../api/tenants.ts';
import { NodeChoice, useChosenNode } from '../../parts/admin/node-choice.tsx';
import { TenantOrganisations } from '../../parts/admin/tenant-organisations.tsx';
import { TenantSettingsForm } from '../../parts/admin/tenant-settings-form.tsx';
import { Notice } from '../../parts/notice.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';

const NodeSettings = ({ node }: { readonly node: string }) => {
  const tenant = useTenant(node);
  if (tenant.isPending) return <PageSkeleton />;
  if (!tenant.data) return <ProblemPanel error={tenant.error} onRetry={tenant.refetch} />;
  const { data } = tenant;
  return (
    <>
      {data.settings.version > 0 && (
        <p className="quiet small">本地设置第 {data.settings.version} 版，保存后对新送出的材料立即适用。</p>
      )}
      {data.suspendedAt !== undefined && <Notice type="warning" title={`${data.name}已暂停使用`} />}
      <TenantOrganisations tenant={data} node={node} />
      <TenantSettingsForm key={data.settings.version} tenant={data} node={node} />
    </>
  );
};

/** 材料与时限: what a tenant has set of its own within the rules. */
export const SettingsPage = () => {
  const node = useChosenNode();
  return (
    <>
      <title>材料与时限 · 云网通</title>
      <div className="page-head">
        <h1>材料与时限</h1>
      </div>
      <p className="quiet">本地设置只能比规定更严；放宽规定的会被退回，并注明依据的条款。</p>
      <NodeChoice />
      <NodeSettings key={node} node={node} />
    </>
  );
};
