import { Empty } from 'antd';
import { Link, useSearchParams } from 'react-router';
import type { CaseSummary } from '#shared/contracts/cases.ts';
import { itemsOf, useCases, useTenants } from '../api/reads.ts';
import { useSignedIn } from '../auth/signed-in.ts';
import { CountyFilter } from '../parts/county-filter.tsx';
import { formatInstant } from '../parts/format-time.ts';
import { MoreButton } from '../parts/more-button.tsx';
import { NewCaseButton } from '../parts/new-case-button.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { StatusTag } from '../parts/status-tag.tsx';
import { TableFrame } from '../parts/table-frame.tsx';

const CaseRow = ({ matter }: { readonly matter: CaseSummary }) => (
  <tr>
    <td data-label="信息系统">
      <Link to={`/cases/${matter.caseId}`}>{matter.systemName}</Link>
    </td>
    <td data-label="申请单位">{matter.organisation.name}</td>
    <td data-label="所属地区">{matter.tenantName}</td>
    <td data-label="当前状态">
      <span>
        <StatusTag of={matter} />
      </span>
    </td>
    <td data-label="轮次" className="number">
      {matter.round === 0 ? '未提交' : `第 ${matter.round} 轮`}
    </td>
    <td data-label="最近变动">{formatInstant(matter.updatedAt)}</td>
  </tr>
);

const CaseTable = ({ items }: { readonly items: readonly CaseSummary[] }) => (
  <TableFrame label="办件列表">
    <table className="table">
      <thead>
        <tr>
          <th scope="col">信息系统</th>
          <th scope="col">申请单位</th>
          <th scope="col">所属地区</th>
          <th scope="col">当前状态</th>
          <th scope="col" className="number">
            轮次
          </th>
          <th scope="col">最近变动</th>
        </tr>
      </thead>
      <tbody>
        {items.map((matter) => (
          <CaseRow key={matter.caseId} matter={matter} />
        ))}
      </tbody>
    </table>
  </TableFrame>
);

const Cases = ({ tenant }: { readonly tenant: string | undefined }) => {
  const cases = useCases(tenant);
  if (cases.isPending) return <PageSkeleton />;
  if (!cases.data) return <ProblemPanel error={cases.error} onRetry={cases.refetch} />;
  const items = itemsOf(cases.data);
  return (
    <>
      {cases.error && <ProblemPanel error={cases.error} onRetry={cases.refetch} />}
      {items.length === 0 && !cases.hasNextPage ? (
        <div className="panel">
          <Empty description="这里还没有您可以查看的办件。使用单位提交申请后会出现在这里。" />
        </div>
      ) : (
        <CaseTable items={items} />
      )}
      <MoreButton pages={cases} />
    </>
  );
};

/** Whether the person at the screen looks at counties from the city. */
const useCoversCounties = (): boolean => {
  const { membership } = useSignedIn();
  return membership.tenant.endsWith('/_city') && membership.roles.some((role) => role.startsWith('city.'));
};

const CountyCases = () => {
  const tenants = useTenants();
  const [search] = useSearchParams();
  if (tenants.isPending) return <PageSkeleton />;
  if (!tenants.data) return <ProblemPanel error={tenants.error} onRetry={tenants.refetch} />;
  const counties = tenants.data.items.filter(({ level }) => level === 'county');
  const chosen = counties.find(({ id }) => id.endsWith(`/${search.get('county')}`));
  return (
    <>
      <CountyFilter counties={counties} chosen={chosen?.id} />
      {chosen ? (
        <Cases tenant={chosen.id} />
      ) : (
        <div className="panel">
          <Empty description="请在上方选择县（市、区），查看该地区提交的办件。" />
        </div>
      )}
    </>
  );
};

export const CasesPage = () => {
  const coversCounties = useCoversCounties();
  return (
    <>
      <title>办件 · 云网通</title>
      <div className="page-head">
        <h1>办件</h1>
        <NewCaseButton />
      </div>
      {coversCounties ? <CountyCases /> : <Cases tenant={undefined} />}
    </>
  );
};
