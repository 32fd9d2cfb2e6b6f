import { memo, useContext } from 'react';
import type { FormColumn, TableField } from '#shared/contracts/forms.ts';
import { showValue } from '#shared/regulation/application/documents/show-value.ts';
import type { FieldProblem } from '../../api/read-problem.ts';
import { Button } from '../button.tsx';
import { ClauseChip } from '../clause-chip.tsx';
import { formatMoney } from '../format-money.ts';
import { FieldMessages, problemIdOf } from './field-frame.tsx';
import { FieldInput } from './field-input.tsx';
import { placeId } from './field-place.ts';
import { ProductChoiceContext } from './product-choice.ts';
import { problemsAt, sameProblems } from './same-problems.ts';
import { withValue } from './settle-form.ts';
import { isSentence, type Row } from './table-rows.ts';

export interface TableRowProps {
  readonly table: TableField;
  readonly pointer: string;
  readonly place: number;
  readonly row: Row;
  /** The row is one that the form itself gives. */
  readonly given: boolean;
  readonly problems: readonly FieldProblem[];
  readonly hint: FieldProblem | undefined;
  readonly onChange: (place: number, row: Row) => void;
  readonly onCopy: ((place: number) => void) | undefined;
  readonly onRemove: (place: number) => void;
}

const CellInput = ({ column, props }: { readonly column: FormColumn; readonly props: TableRowProps }) => {
  const { pointer, place, row, problems, onChange } = props;
  const at = `${pointer}/${place}/${column.id}`;
  const own = problemsAt(problems, at);
  return (
    <div className="fill-control">
      <FieldInput
        field={column}
        pointer={at}
        value={row[column.id]}
        invalid={own.length > 0}
        describedBy={own.length > 0 ? problemIdOf(at) : undefined}
        spoken={`第 ${place + 1} 行 ${column.label}`}
        onChange={(value) => onChange(place, withValue(row, column.id, value))}
      />
      <FieldMessages id={problemIdOf(at)} problems={own} />
    </div>
  );
};

/** Unit price and cost of a line: from the catalogue, never typed. */
const PriceCells = ({ row }: { readonly row: Row }) => {
  const { products } = useContext(ProductChoiceContext);
  const product = products.get(String(row['productId']));
  const quantity = Number.isSafeInteger(row['quantity']) ? Number(row['quantity']) : undefined;
  return (
    <>
      <td className="number" data-label="单价（元/月）">
        {product ? `${formatMoney(product.unitPriceFen)} / ${product.unit}` : ''}
      </td>
      <td className="number" data-label="费用（元/月）">
        {product && quantity !== undefined ? formatMoney(product.unitPriceFen * quantity) : ''}
      </td>
    </>
  );
};

const Tools = ({ place, given, onCopy, onRemove }: TableRowProps) => (
  <td className="fill-tools">
    {onCopy && (
      <Button size="small" aria-label={`复制第 ${place + 1} 行`} onClick={() => onCopy(place)}>
        复制
      </Button>
    )}
    {!given && (
      <Button size="small" aria-label={`删除第 ${place + 1} 行`} onClick={() => onRemove(place)}>
        删除
      </Button>
    )}
  </td>
);

const Sentences = ({ columns, props }: { columns: readonly FormColumn[]; props: TableRowProps }) => (
  <tr className="fill-sentences">
    <td colSpan={columns.length + 8}>
      {columns.map((column) => (
        <span key={column.id} className="fill-sentence">
          <span className="quiet">{column.label}</span>
          <CellInput column={column} props={props} />
        </span>
      ))}
    </td>
  </tr>
);

const DrawnRow = (props: TableRowProps) => {
  const { table, pointer, place, row, given, hint } = props;
  const priced = table.columns.some(({ kind }) => kind === 'product');
  const sentences = table.columns.filter((column) => isSentence(table, column));
  return (
    <tbody id={placeId(`${pointer}/${place}`)}>
      <tr>
        {table.columns
          .filter((column) => !sentences.includes(column))
          .map((column) => [
            <td key={column.id} data-label={column.label} className={`fill-cell fill-cell-${column.kind}`}>
              {given && column.id === table.oneRowPer ? (
                <span className="fill-given">{showValue(column, row[column.id])}</span>
              ) : (
                <CellInput column={column} props={props} />
              )}
            </td>,
            priced && column.id === 'quantity' && <PriceCells key="price" row={row} />,
          ])}
        <Tools {...props} />
      </tr>
      {sentences.length > 0 && <Sentences columns={sentences} props={props} />}
      {hint && (
        <tr className="fill-hint-row">
          <td colSpan={table.columns.length + 3}>
            <p className="fill-hint">
              {hint.message} {hint.clause !== undefined && <ClauseChip clause={hint.clause} />}
            </p>
          </td>
        </tr>
      )}
    </tbody>
  );
};

/** One row of a table of the form; drawn again only when it or what is said of it changes. */
export const TableRow = memo(
  DrawnRow,
  (before, after) =>
    before.row === after.row &&
    before.place === after.place &&
    before.given === after.given &&
    before.table === after.table &&
    before.hint?.message === after.hint?.message &&
    sameProblems(before.problems, after.problems),
);
