import type { FormColumn, TableField } from '#shared/contracts/forms.ts';
import { showValue } from '#shared/regulation/application/documents/show-value.ts';
import type { Product } from '../form/products-in-force.ts';
import type { Row } from './table-rows.ts';

export type Cell = string | number | null;
export type Sheet = readonly (readonly Cell[])[];
export type Products = ReadonlyMap<string, Product>;

/** What a spreadsheet would take for a formula; such a text goes out behind an apostrophe and comes back without. */
const formulaLike = /^'*[=+\-@\t]/;
export const quoted = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);
export const unquoted = (text: string): string =>
  text.startsWith("'") && formulaLike.test(text) ? text.slice(1) : text;

export const productName = ({ name, specification }: Product): string => `${name}（${specification}）`;

const cellOf = (column: FormColumn, value: unknown, products: Products): Cell => {
  if (column.kind === 'integer') return typeof value === 'number' ? value : null;
  const product = column.kind === 'product' ? products.get(String(value)) : undefined;
  const text = product ? productName(product) : showValue(column, value);
  return text === '' ? null : quoted(text);
};

/** The table as a sheet: the official labels, then the rows; values only. */
export const writeSheet = (table: TableField, rows: readonly Row[], products: Products): Sheet => [
  table.columns.map(({ label }) => label),
  ...rows.map((row) => table.columns.map((column) => cellOf(column, row[column.id], products))),
];

const plainKinds: Readonly<Record<string, string>> = {
  integer: '整数',
  date: '日期，如 2026-10-16',
  money: '金额（元），如 120.50',
  percent: '百分数，如 82.50',
  resource: '资源编号',
};

/** What may be written in each column, one line a possibility. */
export const writeGuide = (table: TableField, products: Products): Sheet => [
  ['填写项', '可以填写', '说明'],
  ...table.columns.flatMap((column): Sheet => {
    const note = column.help ?? (column.required ? '必填' : '选填');
    if ('options' in column) return column.options.map(({ label }) => [column.label, label, note]);
    if (column.kind === 'product')
      return [...products.values()].map((product) => [
        column.label,
        quoted(productName(product)),
        `每${product.unit}`,
      ]);
    return [[column.label, plainKinds[column.kind] ?? '文字', note]];
  }),
];
