import type { TableField } from '#shared/contracts/forms.ts';
import { isObject } from '#shared/regulation/application/application-form.ts';

export type Row = Readonly<Record<string, unknown>>;

const storedRows = (value: unknown): readonly Row[] =>
  Array.isArray(value) ? value.map((row: unknown) => (isObject(row) ? row : {})) : [];

const nextNumber = (rows: readonly Row[], column: string): number =>
  Math.max(0, ...rows.map((row) => (typeof row[column] === 'number' ? Number(row[column]) : 0))) + 1;

/** A new row with the next number, if the table numbers its rows. */
export const newRow = ({ uniqueColumn }: TableField, rows: readonly Row[], like: Row = {}): Row =>
  uniqueColumn === undefined ? like : { ...like, [uniqueColumn]: nextNumber(rows, uniqueColumn) };

/** Whether every option of a column must stand in a row: the rows are then given, not added. */
export const hasGivenRows = ({ oneRowPer }: TableField): boolean => oneRowPer !== undefined;

/** The rows to draw: those stored and, where the form gives the rows, those still missing. */
export const shownRows = (table: TableField, value: unknown): readonly Row[] => {
  const rows = storedRows(value);
  const column = table.columns.find(({ id }) => id === table.oneRowPer);
  if (column === undefined || !('options' in column)) return rows;
  const missing = column.options.filter((option) => rows.every((row) => row[column.id] !== option.value));
  return [...rows, ...missing.map((option) => ({ [column.id]: option.value }))];
};

/** Whether a row of a table whose rows are given stands for an option, and is the first to do so. */
export const isGivenRow = (table: TableField, rows: readonly Row[], place: number): boolean => {
  const column = table.columns.find(({ id }) => id === table.oneRowPer);
  if (column === undefined || !('options' in column)) return false;
  const value = rows[place]?.[column.id];
  return (
    column.options.some((option) => option.value === value) &&
    rows.findIndex((row) => row[column.id] === value) === place
  );
};

export const replaceRow = (rows: readonly Row[], place: number, row: Row): readonly Row[] =>
  rows.map((before, at) => (at === place ? row : before));

export const insertRow = (rows: readonly Row[], place: number, row: Row): readonly Row[] => [
  ...rows.slice(0, place),
  row,
  ...rows.slice(place),
];

export const removeRow = (rows: readonly Row[], place: number): readonly Row[] =>
  rows.filter((_, at) => at !== place);

/** Columns drawn in a second line of their row, because they hold sentences. */
export const isSentence = (table: TableField, column: TableField['columns'][number]): boolean =>
  table.columns.length > 6 && column.kind === 'text' && column.maxLength >= 200;
