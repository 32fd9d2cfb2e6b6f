import { Checkbox, Popover } from 'antd';
import type { ListedCase } from '#shared/contracts/case-lists.ts';
import { type CaseFilter, itemsOf, useCases } from '../api/reads.ts';
import { useSignedIn } from '../auth/signed-in.ts';
import { Button } from '../parts/button.tsx';
import { EmptyNote } from '../parts/empty-note.tsx';
import { CaseFilterBar, filterNames } from '../parts/list/case-filters.tsx';
import { type CaseColumn, caseColumns } from '../parts/list/columns.tsx';
import { ExportButton } from '../parts/list/export-button.tsx';
import { useColumns } from '../parts/list/use-columns.ts';
import { MoreButton } from '../parts/more-button.tsx';
import { NewCaseButton } from '../parts/new-case-button.tsx';
import { PageSkeleton } from '../parts/page-skeleton.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { TableFrame } from '../parts/table-frame.tsx';
import { useFilters } from '../parts/use-filters.ts';

interface CaseTableProps {
  readonly items: readonly ListedCase[];
  readonly columns: readonly CaseColumn[];
}

const CaseTable = ({ items, columns }: CaseTableProps) => (
  <TableFrame label="办件列表" whole>
    <table className="table">
      <thead>
        <tr>
          {columns.map(({ id, label, number }) => (
            <th key={id} scope="col" className={number && 'number'}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((matter) => (
          <tr key={matter.caseId}>
            {columns.map(({ id, label, number, show }) => (
              <td key={id} data-label={label} className={number && 'number'}>
                <span>{show(matter)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

const ColumnChoice = ({ columns, choose }: ReturnType<typeof useColumns>) => (
  <Popover
    trigger="click"
    placement="bottomRight"
    content={
      <Checkbox.Group
        className="column-choice"
        value={columns.map(({ id }) => id)}
        options={caseColumns.map(({ id, label }, index) => ({ value: id, label, disabled: index === 0 }))}
        onChange={choose}
      />
    }
  >
    <Button>选择列</Button>
  </Popover>
);

const Nothing = ({ filtered, more }: { readonly filtered: boolean; readonly more: boolean }) => (
  <div className="panel">
    <EmptyNote
      description={
        more
          ? '最近的办件中没有符合条件的，可以继续向前查找。'
          : filtered
            ? '没有符合筛选条件的办件，请放宽条件后再查。'
            : '这里还没有您可以查看的办件。使用单位提交申请后会出现在这里。'
      }
    />
  </div>
);

/** What the address bar asks for, as the interface takes it. */
const useCaseFilter = (
  values: ReturnType<typeof useFilters<(typeof filterNames)[number]>>['values'],
): CaseFilter => {
  const { membership } = useSignedIn();
  const city = membership.tenant.slice(0, membership.tenant.indexOf('/'));
  return {
    tenant: values.county && `${city}/${values.county}`,
    kind: values.kind,
    status: values.status,
    text: values.text,
    mine: values.mine === 'true' ? 'true' : undefined,
  };
};

const Cases = ({
  filter,
  columns,
}: {
  readonly filter: CaseFilter;
  readonly columns: readonly CaseColumn[];
}) => {
  const cases = useCases(filter);
  if (cases.isPending) return <PageSkeleton />;
  if (!cases.data) return <ProblemPanel error={cases.error} onRetry={cases.refetch} />;
  const items = itemsOf(cases.data);
  return (
    <>
      {cases.error && <ProblemPanel error={cases.error} onRetry={cases.refetch} />}
      {items.length === 0 ? (
        <Nothing
          filtered={Object.values(filter).some((value) => value !== undefined)}
          more={cases.hasNextPage}
        />
      ) : (
        <CaseTable items={items} columns={columns} />
      )}
      <MoreButton pages={cases} />
    </>
  );
};

/** 办件: filters in the address bar, columns chosen and kept, Excel out of everything behind the filter. */
export const CasesPage = () => {
  const filters = useFilters(filterNames);
  const filter = useCaseFilter(filters.values);
  const chosen = useColumns();
  return (
    <>
      <title>办件 · 云网通</title>
      <div className="page-head">
        <h1>办件</h1>
        <span className="page-tools">
          <ColumnChoice {...chosen} />
          <ExportButton filter={filter} columns={chosen.columns} />
          <NewCaseButton />
        </span>
      </div>
      <CaseFilterBar filters={filters} />
      <Cases filter={filter} columns={chosen.columns} />
    </>
  );
};
