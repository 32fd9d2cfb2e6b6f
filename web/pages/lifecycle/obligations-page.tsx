import { Link } from 'react-router';
import { useObligations } from '../../api/lifecycle.ts';
import { itemsOf, useTenants } from '../../api/reads.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { FilterSelect } from '../../parts/filter-fields.tsx';
import { ObligationTable } from '../../parts/lifecycle/obligation-table.tsx';
import { MoreButton } from '../../parts/more-button.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import '../../parts/lifecycle/lifecycle.css';

const views = [
  ['open', '待履约'],
  ['overdue', '已超期'],
  ['soon', '将到期'],
  ['explained', '待认定说明'],
  ['done', '已了结'],
] as const;

const empty: Readonly<Record<string, string>> = {
  open: '没有待履约的事项。资源开通以后，部署、上线、测评等事项会自动列在这里。',
  overdue: '没有超期的事项。',
  soon: '没有将到期的事项。',
  explained: '没有待认定的情况说明。',
  done: '还没有了结的事项。',
};

type Filters = ReturnType<typeof useFilters<'show' | 'kind' | 'tenant'>>;

/** Only the city looks at more than one county. */
const TenantChoice = ({ filters: { values, change } }: { readonly filters: Filters }) => {
  const tenants = useTenants();
  return (
    <FilterSelect
      label="县（市、区）"
      all="全部县（市、区）"
      value={values.tenant}
      options={(tenants.data?.items ?? []).map(({ id, name, level }) => ({
        value: id,
        label: level === 'city' ? `${name}本级` : name,
      }))}
      onChange={(tenant) => change({ tenant })}
    />
  );
};

const Views = ({ shown, search }: { readonly shown: string; readonly search: URLSearchParams }) => (
  <nav className="view-choices" aria-label="履约事项的范围">
    {views.map(([id, label]) => {
      const to = new URLSearchParams(search);
      to.set('show', id);
      return (
        <Link
          key={id}
          className="view-choice"
          to={`?${to}`}
          {...(id === shown ? { 'aria-current': 'page' as const } : {})}
        >
          {label}
        </Link>
      );
    })}
  </nav>
);

const searchOf = (values: Filters['values']): URLSearchParams =>
  new URLSearchParams(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

const Owed = () => {
  const { membership } = useSignedIn();
  const filters = useFilters(['show', 'kind', 'tenant']);
  const { values, change } = filters;
  const [shown] = views.find(([id]) => id === values.show) ?? views[0];
  const obligations = useObligations({ show: shown, kind: values.kind, tenant: values.tenant });
  const [first] = obligations.data?.pages ?? [];
  const items = obligations.data ? itemsOf(obligations.data) : [];
  const ofCity = membership.roles.some((role) => role.startsWith('city.'));
  return (
    <>
      <Views shown={shown} search={searchOf(values)} />
      <search className="filters">
        <FilterSelect
          label="事项"
          all="全部事项"
          value={values.kind}
          options={(first?.kinds ?? []).map(({ kind, title }) => ({ value: kind, label: title }))}
          onChange={(kind) => change({ kind })}
        />
        {ofCity && <TenantChoice filters={filters} />}
      </search>
      {obligations.isPending && <PageSkeleton />}
      {obligations.error && <ProblemPanel error={obligations.error} onRetry={obligations.refetch} />}
      {obligations.data && items.length === 0 && (
        <div className="panel">
          <EmptyNote description={empty[shown] ?? ''} />
        </div>
      )}
      {items.length > 0 && <ObligationTable items={items} />}
      <MoreButton pages={obligations} />
    </>
  );
};

/** 履约: what I owe and am owed, by its day. */
export const ObligationsPage = () => {
  const { membership } = useSignedIn();
  const holds = (prefix: string) => membership.roles.some((role) => role.startsWith(prefix));
  const lead = holds('department.')
    ? '本部门应当完成的事项，最近的期限在前。'
    : '各使用部门应当完成的事项，最近的期限在前；超期的由市级管理机构认定。';
  return (
    <>
      <title>履约 · 云网通</title>
      <div className="page-head">
        <h1>履约</h1>
      </div>
      {holds('provider.') ? (
        <div className="panel">
          <p>
            云服务商应当完成的事项以工单下达：<Link to="/provisioning">查看工单</Link>
          </p>
        </div>
      ) : (
        <>
          <p className="quiet">
            {lead} 云服务商的开通进度见 <Link to="/provisioning">资源开通</Link>。
          </p>
          <Owed />
        </>
      )}
    </>
  );
};
