import { TableFrame } from '../table-frame.tsx';
import type { FieldWords } from './form-words.ts';
import { labelOfField, showValue } from './read-words.ts';

interface WordsTableProps {
  readonly label: string;
  readonly columns: Readonly<Record<string, FieldWords>>;
  readonly rows: readonly unknown[];
}

const cellOf = (row: unknown, column: string): unknown =>
  typeof row === 'object' && row !== null ? (row as Readonly<Record<string, unknown>>)[column] : undefined;

/** A table field of the form, such as the four contacts. */
export const WordsTable = ({ label, columns, rows }: WordsTableProps) => (
  <TableFrame label={label}>
    <table className="table">
      <thead>
        <tr>
          {Object.entries(columns).map(([column, words]) => (
            <th key={column} scope="col">
              {labelOfField(words)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {Array.from(rows.entries(), ([place, row]) => (
          <tr key={place}>
            {Object.entries(columns).map(([column, words]) => (
              <td key={column} data-label={labelOfField(words)}>
                {showValue(words, cellOf(row, column))}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);
