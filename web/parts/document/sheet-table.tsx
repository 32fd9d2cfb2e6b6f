import type { ReactNode } from 'react';

type Looks = 'number' | 'line';

interface SheetTableProps<Row> {
  readonly rows: readonly Row[];
  /** Heading, the row's words for it, and whether they are figures or stay on one line. */
  readonly columns: readonly (readonly [heading: string, words: (row: Row) => string, looks?: Looks])[];
  /** Widths of the columns to each other; without them each takes what it needs. */
  readonly widths?: readonly number[];
  /** A closing row. */
  readonly children?: ReactNode;
}

const shareOf = (widths: readonly number[], place: number): string =>
  `${((widths[place] ?? 0) * 100) / widths.reduce((sum, width) => sum + width, 0)}%`;

/** A list as official papers print it: bordered, its heading again on each page. */
export const SheetTable = <Row,>({ rows, columns, widths, children }: SheetTableProps<Row>) => (
  <table className={widths ? 'sheet-table sheet-measured' : 'sheet-table'}>
    {widths && (
      <colgroup>
        {columns.map(([heading], place) => (
          <col key={heading} style={{ width: shareOf(widths, place) }} />
        ))}
      </colgroup>
    )}
    <thead>
      <tr>
        {columns.map(([heading]) => (
          <th key={heading} scope="col">
            {heading}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {Array.from(rows.entries(), ([place, row]) => (
        <tr key={place}>
          {columns.map(([heading, words, looks]) => (
            <td key={heading} className={looks && `sheet-${looks}`}>
              {words(row)}
            </td>
          ))}
        </tr>
      ))}
      {children}
    </tbody>
  </table>
);

/** A text of several lines as paragraphs, the first led by its label. */
export const Paragraphs = ({ label, words }: { readonly label?: string; readonly words: string }) => {
  const lines = words.split('\n').filter((line, at) => at === 0 || line.trim() !== '');
  return Array.from(lines.entries(), ([place, line]) => (
    <p key={place}>
      {place === 0 && label !== undefined && <strong>{label}：</strong>}
      {line}
    </p>
  ));
};
