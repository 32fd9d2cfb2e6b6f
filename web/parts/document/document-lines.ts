import type { FormSection } from '#shared/contracts/forms.ts';
import type { Product } from '../form/products-in-force.ts';
import { showValue } from '../form/read-words.ts';
import type { ResourceLine } from '../form/resource-lines.ts';

/** A line of 云资源明细表 as the annex prints it. */
export interface PrintedLine {
  readonly line: ResourceLine;
  readonly name: string;
  readonly quantity: string;
  readonly unitPriceFen: number | undefined;
  readonly costFen: number | undefined;
}

export const printedLines = (
  lines: readonly ResourceLine[],
  products: ReadonlyMap<string, Product>,
  /** Whether these are the prices that the application is priced by; otherwise none is printed. */
  priced: boolean,
): readonly PrintedLine[] =>
  lines.map((line) => {
    const product = line.productId === undefined ? undefined : products.get(line.productId);
    const { quantity } = line;
    return {
      line,
      name: product ? `${product.name}（${product.specification}）` : '',
      quantity: quantity === undefined ? '' : `${quantity}${product?.unit ?? ''}`,
      unitPriceFen: priced ? product?.unitPriceFen : undefined,
      costFen: priced && product && quantity !== undefined ? product.unitPriceFen * quantity : undefined,
    };
  });

/** What is asked for in one sentence: each product once with its whole quantity, the first ten by name. */
export const resourceSummary = (
  lines: readonly ResourceLine[],
  products: ReadonlyMap<string, Product>,
): string => {
  const totals = new Map<string, number>();
  for (const { productId, quantity } of lines)
    if (productId !== undefined && products.has(productId))
      totals.set(productId, (totals.get(productId) ?? 0) + (quantity ?? 0));
  const words = [...totals].map(([id, total]) => {
    const product = products.get(id);
    return `${product?.name} ${total}${product?.unit}`;
  });
  const shown = 10;
  return words.slice(0, shown).join('、') + (words.length > shown ? `等共${words.length}种` : '等');
};

/** 申请依据 of a line in words: where it stands, what for, how reckoned. */
export const groundOf = (section: FormSection, line: ResourceLine): string => {
  const columns = section.fields.flatMap((field) => (field.kind === 'table' ? field.columns : []));
  const said = (id: keyof ResourceLine, label: boolean): string => {
    const column = columns.find((candidate) => candidate.id === id);
    const text = column ? showValue(column, line[id]) : '';
    return text === '' || !column ? '' : `${label ? `${column.label}：` : ''}${text}`;
  };
  const place = [said('pool', false), said('zone', false)].filter(Boolean).join('、');
  return [place, said('purpose', true), said('basis', true)]
    .filter(Boolean)
    .map((text) => text.replace(/[。；]$/, ''))
    .join('；');
};
