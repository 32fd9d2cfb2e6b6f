import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { TableField } from '#shared/contracts/forms.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { Button } from '../button.tsx';
import { TableFrame } from '../table-frame.tsx';
import { ExcelTools } from './excel-tools.tsx';
import { FieldMessages, problemIdOf } from './field-frame.tsx';
import { focusField, placeId } from './field-place.ts';
import { problemsAt, problemsWithin } from './same-problems.ts';
import { TableRow } from './table-row.tsx';
import {
  hasGivenRows,
  insertRow,
  isGivenRow,
  isSentence,
  newRow,
  type Row,
  removeRow,
  replaceRow,
  shownRows,
} from './table-rows.ts';

interface TableInputProps {
  readonly table: TableField;
  readonly pointer: string;
  readonly value: unknown;
  readonly problems: readonly FieldProblem[];
  readonly hints: ReadonlyMap<string, FieldProblem>;
  readonly onChange: (rows: readonly Row[]) => void;
  /** What stands below the rows. */
  readonly foot?: ReactNode;
}

const Head = ({ table }: { readonly table: TableField }) => (
  <thead>
    <tr>
      {table.columns
        .filter((column) => !isSentence(table, column))
        .map(({ id, label, required }) => [
          <th key={id} scope="col">
            {label}
            {!required && <span className="quiet">（选填）</span>}
          </th>,
          id === 'quantity' &&
            table.columns.some((column) => column.kind === 'product') && [
              <th key="price" scope="col" className="number">
                单价（元/月）
              </th>,
              <th key="cost" scope="col" className="number">
                费用（元/月）
              </th>,
            ],
        ])}
      <th scope="col">
        <span className="visually-hidden">操作</span>
      </th>
    </tr>
  </thead>
);

/** The changes of a table's rows; the callbacks stay the same, so that untouched rows are not drawn again. */
const useRows = ({ table, pointer, value, onChange }: TableInputProps) => {
  const rows = shownRows(table, value);
  const latest = useRef({ rows, onChange });
  latest.current = { rows, onChange };
  const [removed, setRemoved] = useState<{ readonly place: number; readonly row: Row }>();
  const added = useRef<number>(undefined);
  useEffect(() => {
    if (added.current === undefined) return;
    focusField(`${pointer}/${added.current}`);
    added.current = undefined;
  });
  const [changes] = useState(() => {
    const insert = (place: number, row: Row) => {
      latest.current.onChange(insertRow(latest.current.rows, place, row));
      setRemoved(undefined);
    };
    return {
      change: (place: number, row: Row) =>
        latest.current.onChange(replaceRow(latest.current.rows, place, row)),
      add: () => {
        added.current = latest.current.rows.length;
        insert(latest.current.rows.length, newRow(table, latest.current.rows));
      },
      copy: (place: number) => {
        added.current = place + 1;
        insert(place + 1, newRow(table, latest.current.rows, latest.current.rows[place]));
      },
      remove: (place: number) => {
        const row = latest.current.rows[place];
        latest.current.onChange(removeRow(latest.current.rows, place));
        setRemoved(row && { place, row });
      },
      insert,
    };
  });
  return { rows, removed, ...changes };
};

/** A table of the form: rows typed in place, added, copied and removed, with a way back. */
export const TableInput = (props: TableInputProps) => {
  const { table, pointer, problems, hints, foot, onChange } = props;
  const { rows, removed, change, add, copy, remove, insert } = useRows(props);
  const given = hasGivenRows(table);
  const own = problemsAt(problems, pointer);
  return (
    <div className="fill-table fill-wide" id={placeId(pointer)}>
      <div className="fill-table-head">
        <h4>{table.label}</h4>
        {!given && <ExcelTools table={table} rows={rows} onTake={onChange} />}
      </div>
      <FieldMessages id={problemIdOf(pointer)} problems={own} />
      {rows.length > 0 && (
        <TableFrame label={table.label}>
          <table className={`table fill-rows${table.columns.length > 6 ? ' fill-rows-wide' : ''}`}>
            <Head table={table} />
            {Array.from(rows.entries(), ([place, row]) => (
              <TableRow
                key={place}
                table={table}
                pointer={pointer}
                place={place}
                row={row}
                given={isGivenRow(table, rows, place)}
                problems={problemsWithin(problems, `${pointer}/${place}`)}
                hint={hints.get(`${pointer}/${place}`)}
                onChange={change}
                onCopy={given ? undefined : copy}
                onRemove={remove}
              />
            ))}
          </table>
        </TableFrame>
      )}
      {foot}
      <p className="fill-table-tools">
        {!given && (
          <Button onClick={add} disabled={rows.length >= table.maxRows}>
            添加一行
          </Button>
        )}
        {removed && (
          <span role="status">
            已删除第 {removed.place + 1} 行。
            <Button type="link" onClick={() => insert(removed.place, removed.row)}>
              撤销删除
            </Button>
          </span>
        )}
      </p>
    </div>
  );
};
