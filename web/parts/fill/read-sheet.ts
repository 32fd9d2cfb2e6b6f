import type { FormColumn, TableField } from '#shared/contracts/forms.ts';
import { checkValue } from '#shared/regulation/application/check-value.ts';
import { checkValueShape } from '#shared/regulation/application/check-value-shape.ts';
import { withValue } from './settle-form.ts';
import { newRow, type Row } from './table-rows.ts';
import { type Products, productName, unquoted } from './write-sheet.ts';

/** A cell that can't be taken over, by its name in the workbook, e.g. `C5`. */
export interface BadCell {
  readonly cell: string;
  readonly message: string;
}

const columnName = (index: number): string => {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
};

const byName = (products: Products, text: string): unknown => {
  const found = [...products.values()].filter(
    (product) => productName(product) === text || product.name === text || product.id === text,
  );
  return found.length === 1 ? found[0]?.id : undefined;
};

const byLabel = (column: FormColumn, text: string): unknown =>
  'options' in column
    ? (column.options.find(({ label, value }) => label === text || value === text)?.value ?? text)
    : text;

const yesNo: Readonly<Record<string, boolean>> = { 是: true, 否: false };

/** What Excel made a date of comes as midnight UTC. */
const textOf = (cell: unknown): string =>
  cell instanceof Date ? cell.toISOString().slice(0, 10) : unquoted(String(cell).trim());

const readCell = (column: FormColumn, cell: unknown, products: Products): unknown => {
  const text = textOf(cell);
  switch (column.kind) {
    case 'integer':
      return /^-?\d+$/.test(text) ? Number(text) : text;
    case 'choice':
      return byLabel(column, text);
    case 'choices':
      return text.split(/[、,，]/).map((part) => byLabel(column, part.trim()));
    case 'boolean':
      return yesNo[text] ?? text;
    case 'product':
      return byName(products, text);
    default:
      return text;
  }
};

const faultOf = (column: FormColumn, value: unknown): string | undefined => {
  if (column.kind === 'product' && value === undefined)
    return '目录中没有这个产品，请按“填写说明”中的名称填写。';
  return (checkValueShape('', column, value) ?? checkValue('', column, value))?.message;
};

const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || String(cell).trim() === '';

/** Columns of the sheet by the form's own, read off the line of labels; those it lacks are named. */
const readHead = (table: TableField, head: readonly unknown[]) => {
  const labels = head.map((cell) => String(cell ?? '').trim());
  const places = table.columns.map((column) => ({ column, at: labels.indexOf(column.label) }));
  const missing = places.filter(({ column, at }) => at < 0 && column.required);
  return { places: places.filter(({ at }) => at >= 0), missing: missing.map(({ column }) => column.label) };
};

interface Place {
  readonly column: FormColumn;
  readonly at: number;
}
type Cells = readonly unknown[];

/** One line's values, and its cells that can't be taken over. */
const readLine = (places: readonly Place[], cells: Cells, line: number, products: Products) =>
  places
    .filter(({ at }) => !isBlank(cells[at]))
    .map(({ column, at }) => {
      const value = readCell(column, cells[at], products);
      const message = faultOf(column, value);
      const bad = message === undefined ? [] : [{ cell: `${columnName(at)}${line + 1}`, message }];
      return { column, value, bad };
    });

const tooMany = ({ maxRows }: TableField): BadCell => ({
  cell: `第 ${maxRows + 2} 行`,
  message: `最多 ${maxRows} 行，请减少行数。`,
});

/** Reads a filled sheet into rows; nothing is taken over while a single cell is bad, and each of them is named. */
export const readSheet = (
  table: TableField,
  sheet: readonly Cells[],
  products: Products,
): { readonly rows: readonly Row[] } | { readonly bad: readonly BadCell[] } => {
  const { places, missing } = readHead(table, sheet[0] ?? []);
  if (missing.length > 0)
    return { bad: [{ cell: '第 1 行', message: `缺少列：${missing.join('、')}。请使用下载的模板填写。` }] };
  const lines = sheet
    .map((cells, line) => (line === 0 ? [] : readLine(places, cells, line, products)))
    .filter((values) => values.length > 0);
  const bad = lines.flatMap((values) => values.flatMap((value) => value.bad));
  if (lines.length > table.maxRows) return { bad: [tooMany(table)] };
  if (bad.length > 0) return { bad };
  const rows: Row[] = [];
  for (const values of lines) {
    const row = values.reduce<Row>((made, { column, value }) => withValue(made, column.id, value), {});
    rows.push({ ...newRow(table, rows), ...row });
  }
  return { rows };
};
