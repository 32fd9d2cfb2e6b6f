import type { Catalogue } from '../catalogue.ts';
import { applicationCost, type PricedLine } from './application-cost.ts';
import { type ApplicationForm, rowsAt } from './application-form.ts';

const isPricedLine = (row: Readonly<Record<string, unknown>>): boolean =>
  Number.isSafeInteger(row['lineNo']) &&
  typeof row['productId'] === 'string' &&
  Number.isSafeInteger(row['quantity']) &&
  Number(row['quantity']) >= 0;

/** The lines of a draft that say enough to be priced; the others don't count yet. */
export const pricedLines = (form: ApplicationForm): readonly PricedLine[] =>
  rowsAt(form, '/resources/lines')
    .filter(isPricedLine)
    .map((row) => ({
      lineNo: Number(row['lineNo']),
      productId: String(row['productId']),
      quantity: Number(row['quantity']),
    }));

/** Running cost of a month in fen, of what the form already says. */
export const monthlyCostFen = (form: ApplicationForm, catalogue: Catalogue): number =>
  applicationCost(pricedLines(form), catalogue).totalFen;
