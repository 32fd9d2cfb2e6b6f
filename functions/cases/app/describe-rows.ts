import { isFilled, isObject } from '#shared/regulation/application/application-form.ts';
import type { FormColumn, TableField } from '#shared/regulation/form-spec.ts';
import { wordsOf } from './fill-sections.ts';

/** One row that differs from the round before; before and after in the words of the form. */
export interface RowChange {
  readonly kind: 'added' | 'removed' | 'changed';
  /** How the row is told from others, e.g. 第 3 行. */
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Names of catalogue products by id. */
export type ProductNames = ReadonlyMap<string, string>;

type Row = Readonly<Record<string, unknown>>;

const rowsOf = (value: unknown): readonly Row[] => (Array.isArray(value) ? value.filter(isObject) : []);

const cellWords = (column: FormColumn, value: unknown, products: ProductNames): string =>
  column.kind === 'product' ? (products.get(String(value)) ?? String(value)) : wordsOf(column, value);

const rowWords = (columns: readonly FormColumn[], row: Row, products: ProductNames): string =>
  columns
    .filter(({ id }) => isFilled(row[id]))
    .map((column) => `${column.label}：${cellWords(column, row[column.id], products)}`)
    .join('；');

const differing = (columns: readonly FormColumn[], old: Row, now: Row): readonly FormColumn[] =>
  columns.filter(({ id }) => JSON.stringify(old[id]) !== JSON.stringify(now[id]));

/** Rows by the column that tells them apart; where there is none, by their place. */
const byKey = ({ uniqueColumn }: TableField, rows: readonly Row[]): ReadonlyMap<string, Row> =>
  new Map(rows.map((row, place) => [String((uniqueColumn && row[uniqueColumn]) ?? place + 1), row]));

/** Which rows of a table were added, removed or changed since the round before. */
export const describeRows = (
  field: TableField,
  before: unknown,
  after: unknown,
  products: ProductNames,
): readonly RowChange[] => {
  const [old, now] = [byKey(field, rowsOf(before)), byKey(field, rowsOf(after))];
  const words = (columns: readonly FormColumn[], row: Row) => rowWords(columns, row, products);
  const kept = [...now].flatMap(([key, row]): RowChange[] => {
    const name = `第 ${key} 行`;
    const was = old.get(key);
    if (!was) return [{ kind: 'added', name, before: '', after: words(field.columns, row) }];
    const columns = differing(field.columns, was, row);
    return columns.length === 0
      ? []
      : [
          {
            kind: 'changed',
            name,
            before: words(columns, was) || '（空）',
            after: words(columns, row) || '（空）',
          },
        ];
  });
  const removed = [...old]
    .filter(([key]) => !now.has(key))
    .map(
      ([key, row]): RowChange => ({
        kind: 'removed',
        name: `第 ${key} 行`,
        before: words(field.columns, row),
        after: '',
      }),
    );
  return [...kept, ...removed];
};
