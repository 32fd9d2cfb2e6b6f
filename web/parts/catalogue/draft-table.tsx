import { useState } from 'react';
import type { DraftView } from '#shared/contracts/catalogue-versions.ts';
import type { TableField } from '#shared/contracts/forms.ts';
import { Button } from '../button.tsx';
import { ExcelTools } from '../fill/excel-tools.tsx';
import type { Row } from '../fill/table-rows.ts';
import { TableFrame } from '../table-frame.tsx';
import { ProductDialog } from './product-dialog.tsx';
import { labelsOf, ProductFilter, useProductFilter } from './product-filter.tsx';
import './catalogue.css';

const shownAtFirst = 100;

interface DraftTableProps {
  readonly view: DraftView;
  readonly table: TableField;
  readonly rows: readonly Row[];
  readonly onChange: (rows: readonly Row[]) => void;
}

interface Listed {
  readonly place: number;
  readonly row: Row;
  readonly id: string;
  readonly name: string;
  readonly specification: string;
  readonly kind: DraftView['kinds'][number]['kind'];
}

const listed = (row: Row, place: number): Listed => ({
  place,
  row,
  id: String(row['id'] ?? ''),
  name: String(row['name'] ?? ''),
  specification: String(row['specification'] ?? ''),
  kind: String(row['kind'] ?? '') as Listed['kind'],
});

/** The draft's products: found, changed one by one in a dialog, or all at once by workbook. */
export const DraftTable = ({ view, table, rows, onChange }: DraftTableProps) => {
  const [editing, setEditing] = useState<number>();
  const [shown, setShown] = useState(shownAtFirst);
  const items = rows.map(listed);
  const filter = useProductFilter(items, view.kinds);
  const labels = labelsOf(view.kinds);
  const before = new Set((view.base?.products ?? []).map(({ id }) => id));
  const take = (row: Row) => {
    onChange(editing === rows.length ? [row, ...rows] : rows.map((one, at) => (at === editing ? row : one)));
    setEditing(undefined);
  };
  const edited = editing === undefined ? undefined : (rows[editing] ?? {});
  return (
    <>
      <div className="catalogue-tools">
        <Button onClick={() => setEditing(rows.length)}>新增产品</Button>
        <ExcelTools table={table} rows={rows} onTake={onChange} />
      </div>
      <ProductFilter filter={filter} kinds={view.kinds} products={items} />
      <TableFrame label="草案产品">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">产品名称</th>
              <th scope="col">类别</th>
              <th scope="col">规格</th>
              <th scope="col" className="number">
                单价（元/月）
              </th>
              <th scope="col">下架日期</th>
              <th scope="col">
                <span className="visually-hidden">操作</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {filter.found.slice(0, shown).map(({ place, row, id, name, specification, kind }) => (
              <tr key={`${place} ${id}`}>
                <td data-label="产品名称">
                  <span>
                    <strong>{name}</strong>
                    <small className="catalogue-code">{id}</small>
                  </span>
                </td>
                <td data-label="类别">{labels.get(kind)}</td>
                <td data-label="规格">
                  {specification}（{String(row['unit'] ?? '')}）
                </td>
                <td data-label="单价（元/月）" className="number">
                  {String(row['unitPriceFen'] ?? '')}
                </td>
                <td data-label="下架日期">{String(row['retiredOn'] ?? '')}</td>
                <td>
                  <span>
                    <Button size="small" aria-label={`修改${name}`} onClick={() => setEditing(place)}>
                      修改
                    </Button>{' '}
                    {!before.has(id) && (
                      <Button
                        size="small"
                        aria-label={`删除${name}`}
                        onClick={() => onChange(rows.filter((_, at) => at !== place))}
                      >
                        删除
                      </Button>
                    )}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableFrame>
      {filter.found.length > shown && (
        <div className="more">
          <Button onClick={() => setShown(shown + shownAtFirst)}>显示更多</Button>
        </div>
      )}
      {edited && (
        <ProductDialog
          table={table}
          row={edited}
          known={before.has(String(edited['id'] ?? ''))}
          taken={new Set(items.filter(({ place }) => place !== editing).map(({ id }) => id))}
          onTake={take}
          onClose={() => setEditing(undefined)}
        />
      )}
    </>
  );
};
