import type { TableField } from '#shared/contracts/forms.ts';
import { showValue } from '#shared/regulation/application/documents/show-value.ts';
import { TableFrame } from '../table-frame.tsx';

interface WordsTableProps {
  readonly field: TableField;
  readonly rows: readonly unknown[];
}

const cellOf = (row: unknown, column: string): unknown =>
  typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>)[column] : undefined;

/** A table field of the form, such as the four contacts. */
export const WordsTable = ({ field, rows }: WordsTableProps) => (
  <TableFrame label={field.label}>
    <table className="table">
      <thead>
        <tr>
          {field.columns.map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from(rows.entries(), ([place, row]) => (
          <tr key={place}>
            {field.columns.map((column) => (
              <td key={column.id} data-label={column.label}>
                {showValue(column, cellOf(row, column.id))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);
