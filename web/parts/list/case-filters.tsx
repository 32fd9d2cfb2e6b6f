import { Input } from 'antd';
import type { CaseStatus } from '#shared/contracts/cases.ts';
import { useKinds, useTenants } from '../../api/reads.ts';
import { useSignedIn } from '../../auth/signed-in.ts';
import { FilterSelect } from '../filter-fields.tsx';
import type { useFilters } from '../use-filters.ts';
import '../work/work.css';

export const filterNames = ['county', 'kind', 'status', 'text', 'mine'] as const;
export type CaseFilters = ReturnType<typeof useFilters<(typeof filterNames)[number]>>;

const statuses: readonly { readonly value: CaseStatus; readonly label: string }[] = [
  { value: 'draft', label: '草稿' },
  { value: 'confirming', label: '待单位确认' },
  { value: 'reviewing', label: '审核中' },
  { value: 'rechecking', label: '市级复核中' },
  { value: 'correcting', label: '待补正' },
  { value: 'completed', label: '已办结' },
  { value: 'rejected', label: '已驳回' },
  { value: 'withdrawn', label: '已撤回、已作废' },
];

/** Only the city looks at more than one county. */
const CountyChoice = ({ filters: { values, change } }: { readonly filters: CaseFilters }) => {
  const tenants = useTenants();
  const nodes = tenants.data?.items ?? [];
  return (
    <FilterSelect
      label="县（市、区）"
      all="全部县（市、区）"
      value={values.county}
      options={nodes.map(({ id, name, level }) => ({
        value: id.slice(id.indexOf('/') + 1),
        label: level === 'city' ? `${name}本级` : name,
      }))}
      onChange={(county) => change({ county })}
    />
  );
};

const KindChoice = ({ filters: { values, change } }: { readonly filters: CaseFilters }) => {
  const kinds = useKinds();
  return (
    <FilterSelect
      label="事项"
      all="全部事项"
      value={values.kind}
      options={(kinds.data?.items ?? []).map(({ kind, title }) => ({ value: kind, label: title }))}
      onChange={(kind) => change({ kind })}
    />
  );
};

/** 筛选: kept in the address bar, so that a list can be kept and sent. */
export const CaseFilterBar = ({ filters }: { readonly filters: CaseFilters }) => {
  const { membership } = useSignedIn();
  const { values, change } = filters;
  const holds = (prefix: string) => membership.roles.some((role) => role.startsWith(prefix));
  const department = holds('department.');
  return (
    <search className="filters">
      {holds('city.cloud.') && <CountyChoice filters={filters} />}
      <KindChoice filters={filters} />
      <FilterSelect
        label="当前状态"
        all="全部状态"
        value={values.status}
        options={statuses.filter(({ value }) => department || value !== 'draft')}
        onChange={(status) => change({ status })}
      />
      <Input.Search
        key={values.text ?? ''}
        aria-label="信息系统、单位名称或办件编号"
        placeholder="信息系统、单位名称或办件编号"
        allowClear
        maxLength={100}
        defaultValue={values.text ?? ''}
        onSearch={(text) => change({ text: text.trim() })}
      />
      {department && (
        <FilterSelect
          label="经办范围"
          all="本单位全部"
          value={values.mine}
          options={[{ value: 'true', label: '我经办的' }]}
          onChange={(mine) => change({ mine })}
        />
      )}
    </search>
  );
};
