import { type DocumentSource, readSource } from './document-source.ts';
import { yuanOf } from './yuan-of.ts';

/** A line of 云资源明细表 in words; prices are those that the case is reckoned by. */
export interface ResourceWords {
  readonly lineNo: number;
  readonly productId: string;
  readonly name: string;
  readonly unit: string;
  /** As asked; undefined while a draft leaves it out. */
  readonly quantity: number | undefined;
  /** Yuan a month; empty where the catalogue does not know the product. */
  readonly unitPrice: string;
  readonly cost: string;
  readonly remark: string;
  /** Where it stands, what for, how reckoned (yc-cloud-annex2-4). */
  readonly ground: string;
}

type Row = ReturnType<ReturnType<typeof readSource>['rowsOf']>[number];

const groundColumns = ['utilisation', 'purpose', 'basis', 'reason'] as const;

/** Which resource it changes, where it stands, what for and how reckoned. */
const groundOf = ({ said, label }: Row): string => {
  const labelled = (column: string): string =>
    said(column) === '' ? '' : `${label(column)}：${said(column).replace(/[。；]$/, '')}`;
  return [
    labelled('resourceId'),
    [said('pool'), said('zone')].filter(Boolean).join('、'),
    ...groundColumns.map(labelled),
  ]
    .filter(Boolean)
    .join('；');
};

/** A table's lines in their order; one without a number counts by its place. */
export const linesIn = (
  source: DocumentSource,
  section: 'resources' | 'changes',
): readonly ResourceWords[] => {
  const products = new Map(source.view.prices.map((product) => [product.productId, product]));
  return readSource(source)
    .rowsOf(section, 'lines')
    .map((row, place) => {
      const { value, said } = row;
      const productId = said('productId');
      const product = products.get(productId);
      const price = product?.unitPriceFen;
      const quantity = typeof value('quantity') === 'number' ? Number(value('quantity')) : undefined;
      return {
        lineNo: typeof value('lineNo') === 'number' ? Number(value('lineNo')) : place + 1,
        productId,
        name: product ? `${product.name}（${product.specification}）` : '',
        unit: product?.unit ?? '',
        quantity,
        unitPrice: price === undefined ? '' : yuanOf(price),
        cost: price === undefined || quantity === undefined ? '' : yuanOf(price * quantity),
        remark: said('remark'),
        ground: groundOf(row),
      };
    });
};

/** All of them, changed resources behind added ones. */
export const resourceWords = (source: DocumentSource): readonly ResourceWords[] => [
  ...linesIn(source, 'resources'),
  ...linesIn(source, 'changes'),
];

export const quantityOf = ({ quantity, unit }: ResourceWords): string =>
  quantity === undefined ? '' : `${quantity}${unit}`;

const namedInSummary = 10;

/** What is asked for in one sentence: each product once with its whole quantity, the first ten by name. */
export const resourceSummary = (source: DocumentSource): string => {
  const names = new Map(source.view.prices.map(({ productId, name }) => [productId, name]));
  const totals = new Map<string, { readonly unit: string; total: number }>();
  for (const { productId, unit, quantity = 0 } of resourceWords(source)) {
    const known = totals.get(productId);
    if (known) known.total += quantity;
    else if (names.has(productId)) totals.set(productId, { unit, total: quantity });
  }
  const words = [...totals].map(([id, { total, unit }]) => `${names.get(id)} ${total}${unit}`);
  const rest = words.length > namedInSummary ? `等共${words.length}种` : '等';
  return words.slice(0, namedInSummary).join('、') + rest;
};
