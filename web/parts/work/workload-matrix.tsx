import { Link } from 'react-router';
import type { WorkloadView } from '#shared/contracts/case-lists.ts';
import { useWorkload } from '../../api/reads.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { stayWords } from '../light-words.ts';
import { PageSkeleton } from '../page-skeleton.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { TableFrame } from '../table-frame.tsx';
import { useNarrow } from '../use-narrow.ts';
import './work.css';

type Row = WorkloadView['rows'][number];
type Stage = WorkloadView['stages'][number];
type Cell = Row['cells'][number];

const Figure = ({ cell, to, label }: { readonly cell: Cell; readonly to: string; readonly label: string }) =>
  cell.open === 0 ? (
    <span className="quiet">0</span>
  ) : (
    <>
      <Link to={to} aria-label={`${label}，查看办件`}>
        {cell.open}
        {cell.more && '+'}
      </Link>
      {cell.overdue > 0 && <span className="overdue-count">▲ 超期 {cell.overdue}</span>}
      {cell.oldestDays !== undefined && (
        <span className="quiet small">最久 {stayWords(cell.oldestDays)}</span>
      )}
    </>
  );

const sum = (rows: readonly Row[], stage: string, of: (cell: Cell) => number): number =>
  rows
    .flatMap(({ cells }) => cells.filter((cell) => cell.stage === stage))
    .reduce((total, cell) => total + of(cell), 0);

const Totals = ({ rows, stages }: Pick<WorkloadView, 'rows' | 'stages'>) => (
  <tr className="matrix-total">
    <th scope="row">合计</th>
    {stages.map(({ stage, title }) => {
      const overdue = sum(rows, stage, (cell) => cell.overdue);
      return (
        <td key={stage} data-label={title} className="number">
          <span className="matrix-cell">
            <strong>{sum(rows, stage, (cell) => cell.open)}</strong>
            {overdue > 0 && <span className="overdue-count">▲ 超期 {overdue}</span>}
          </span>
        </td>
      );
    })}
  </tr>
);

const County = ({ row, stages }: { readonly row: Row; readonly stages: readonly Stage[] }) => {
  const county = row.tenant.slice(row.tenant.indexOf('/') + 1);
  return (
    <tr>
      <th scope="row">
        <Link to={`/cases?county=${county}`}>{row.tenantName}</Link>
      </th>
      {stages.map(({ stage, title, status }) => {
        const cell = row.cells.find((candidate) => candidate.stage === stage);
        return (
          <td key={stage} data-label={title} className="number">
            {cell && (
              <span className="matrix-cell">
                <Figure
                  cell={cell}
                  to={`/cases?county=${county}&status=${status}`}
                  label={`${row.tenantName} ${title} ${cell.open} 件`}
                />
              </span>
            )}
          </td>
        );
      })}
    </tr>
  );
};

/** 各地积压: counties × stages, what is late and how long the oldest has waited. */
export const WorkloadMatrix = () => {
  const workload = useWorkload();
  const narrow = useNarrow();
  if (workload.isPending) return <PageSkeleton />;
  if (!workload.data) return <ProblemPanel error={workload.error} onRetry={workload.refetch} />;
  const { rows, stages, mostCounted } = workload.data;
  if (rows.length === 0) return null;
  const busy = rows.filter(({ cells }) => cells.some(({ open }) => open > 0));
  const shown = narrow ? busy : rows;
  return (
    <section aria-labelledby="workload">
      <h2 id="workload" className="block-title">
        各县（市、区）在办{' '}
        <span className="quiet small">
          件数、超过办理参考时间的件数、最久的一件已等多久；不含使用单位手中的（单位确认、补正）
        </span>
      </h2>
      <TableFrame label="各县（市、区）在办" whole>
        <table className="table matrix">
          <thead>
            <tr>
              <th scope="col">县（市、区）</th>
              {stages.map(({ stage, stepTitle, title, clause }) => (
                <th key={stage} scope="col" className="number">
                  {stepTitle} · {title} <ClauseChip clause={clause} short />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <County key={row.tenant} row={row} stages={stages} />
            ))}
            <Totals rows={rows} stages={stages} />
          </tbody>
        </table>
      </TableFrame>
      {shown.length < rows.length && (
        <p className="quiet small">其余 {rows.length - shown.length} 个县（市、区）没有在办。</p>
      )}
      {rows.some(({ cells }) => cells.some(({ more }) => more)) && (
        <p className="quiet small">
          带“+”的队列超过 {mostCounted} 件，只数到 {mostCounted} 件。
        </p>
      )}
    </section>
  );
};
