import type { Catalogue } from '../catalogue.ts';
import { applicationCost, type PinnedPrices, type PricedLine } from './application-cost.ts';
import { type ApplicationForm, rowsAt } from './application-form.ts';

/** Tables whose lines name a product of the catalogue: what is added, and what a change turns a resource into. */
export const lineTables = ['/resources/lines', '/changes/lines'] as const;

/** Every line of the form's tables of products; each carries a number of its own. */
export const productLines = (form: ApplicationForm): readonly Readonly<Record<string, unknown>>[] =>
  lineTables.flatMap((table) => rowsAt(form, table));

const isPricedLine = (row: Readonly<Record<string, unknown>>): boolean =>
  Number.isSafeInteger(row['lineNo']) &&
  typeof row['productId'] === 'string' &&
  Number.isSafeInteger(row['quantity']) &&
  Number(row['quantity']) >= 0;

/** The lines of a draft that say enough to be priced; the others don't count yet. */
export const pricedLines = (form: ApplicationForm): readonly PricedLine[] =>
  productLines(form)
    .filter(isPricedLine)
    .map((row) => ({
      lineNo: Number(row['lineNo']),
      productId: String(row['productId']),
      quantity: Number(row['quantity']),
    }));

/** Products that a form's lines name, whether or not the lines say enough to be priced. */
export const productsNamed = (form: ApplicationForm): readonly string[] => [
  ...new Set(
    productLines(form).flatMap(({ productId }) =>
      typeof productId === 'string' && productId !== '' ? [productId] : [],
    ),
  ),
];

/** Running cost of a month in fen, of what the form already says. */
export const monthlyCostFen = (form: ApplicationForm, catalogue: Catalogue): number =>
  applicationCost(pricedLines(form), catalogue).totalFen;

/** Prices and names of the products that a form's lines use, to be kept with the round that is submitted. */
export const pricesUsed = (form: ApplicationForm, { version, products }: Catalogue): PinnedPrices => {
  const used = new Set(pricedLines(form).map(({ productId }) => productId));
  return {
    version,
    products: products
      .filter(({ id }) => used.has(id))
      .map(({ id, unitPriceFen, name, specification, unit }) => ({
        id,
        unitPriceFen,
        name,
        specification,
        unit,
      })),
  };
};

/** The lines with the quantities that a reviewer last held reasonable; a line that nobody assessed keeps its own. */
export const assessedLines = (
  lines: readonly PricedLine[],
  assessed: readonly { readonly lineNo: number; readonly quantity: number }[],
): readonly PricedLine[] => {
  const quantities = new Map(assessed.map(({ lineNo, quantity }) => [lineNo, quantity]));
  return lines.map((line) => ({ ...line, quantity: quantities.get(line.lineNo) ?? line.quantity }));
};
