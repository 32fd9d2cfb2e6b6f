import { Input } from 'antd';
import { useId, useState } from 'react';
import type { DraftView } from '#shared/contracts/catalogue-versions.ts';
import { useCatalogueCommand } from '../../api/catalogue.ts';
import { isStale, ProblemError } from '../../api/problem-error.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { Button } from '../button.tsx';
import { ClauseChip } from '../clause-chip.tsx';
import type { Row } from '../fill/table-rows.ts';
import { dateOf } from '../format-time.ts';
import { Notice } from '../notice.tsx';
import { ProblemPanel } from '../problem-panel.tsx';
import { checkRow, draftTable, productOf, rowOf } from './draft-rows.ts';
import { DraftTable } from './draft-table.tsx';
import '../case/case.css';
import '../fill/fill.css';

interface DraftEditorProps {
  readonly view: DraftView;
  readonly onRefresh: () => unknown;
}

const shownProblems = 20;

/** Today, or the day of a version that is released for later. */
const earliest = (last = ''): string => {
  const today = dateOf(new Date());
  return last > today ? last : today;
};

/** Problems by the product that they are about. */
const Problems = ({ problems, rows }: { problems: readonly FieldProblem[]; rows: readonly Row[] }) => (
  <Notice
    type="warning"
    title={`有 ${problems.length} 处需要修改，草案没有保存`}
    description={
      <ul className="problem-list">
        {problems.slice(0, shownProblems).map(({ pointer, code, message, clause }) => {
          const place = /^\/products\/(\d+)\//.exec(pointer)?.[1];
          const name = place === undefined ? undefined : rows[Number(place)]?.['name'];
          return (
            <li key={`${pointer} ${code}`}>
              {place !== undefined && (
                <strong>
                  第 {Number(place) + 1} 行 {String(name ?? '')}：
                </strong>
              )}
              {message} {clause !== undefined && <ClauseChip clause={clause} />}
            </li>
          );
        })}
        {problems.length > shownProblems && <li>等</li>}
      </ul>
    }
  />
);

/** 起草: the whole list with its first day and a note, saved over what the drafter saw. */
export const DraftEditor = ({ view, onRefresh }: DraftEditorProps) => {
  const { draft, base, version } = view;
  const [effectiveFrom, setEffectiveFrom] = useState(draft?.effectiveFrom ?? earliest(base?.effectiveFrom));
  const [note, setNote] = useState(draft?.note ?? '');
  const [rows, setRows] = useState<readonly Row[]>(() => (draft ?? base)?.products.map(rowOf) ?? []);
  const [found, setFound] = useState<readonly FieldProblem[]>([]);
  const [dateId, noteId] = [useId(), useId()];
  const save = useCatalogueCommand('saveCatalogueDraft');
  const table = draftTable(view);
  const submit = () => {
    const problems = rows.flatMap((row, place) => checkRow(table, row, `/products/${place}`));
    setFound(problems);
    if (problems.length > 0) return;
    const written = note.trim();
    save.mutate(
      {
        version,
        body: { effectiveFrom, ...(written === '' ? {} : { note: written }), products: rows.map(productOf) },
      },
      {
        onError: (error) => setFound(error instanceof ProblemError ? error.problem.errors : []),
      },
    );
  };
  return (
    <section className="panel" aria-labelledby="draft-editor">
      <h2 id="draft-editor">起草</h2>
      <div className="catalogue-form">
        <div>
          <label className="field-label" htmlFor={dateId}>
            本版生效日期
          </label>
          <Input
            id={dateId}
            type="date"
            value={effectiveFrom}
            onChange={(event) => setEffectiveFrom(event.target.value)}
          />
        </div>
        <div>
          <label className="field-label" htmlFor={noteId}>
            说明<span className="quiet">（选填）</span>
          </label>
          <Input.TextArea
            id={noteId}
            autoSize={{ minRows: 1, maxRows: 6 }}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        </div>
      </div>
      <DraftTable view={view} table={table} rows={rows} onChange={setRows} />
      {found.length > 0 && <Problems problems={found} rows={rows} />}
      {save.error && found.length === 0 && (
        <ProblemPanel
          error={save.error}
          onRetry={isStale(save.error) ? onRefresh : undefined}
          retryLabel="放弃我的修改并刷新"
        />
      )}
      <div className="action-bar">
        <span className="action-bar-text quiet">
          共 {rows.length} 项；保存后在上方显示变动，由另一人{view.rules.releaseVerb}。
        </span>
        <Button type="primary" loading={save.isPending} onClick={submit}>
          保存草案
        </Button>
      </div>
    </section>
  );
};
