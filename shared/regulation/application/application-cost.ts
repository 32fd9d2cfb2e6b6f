import type { Catalogue } from '../catalogue.ts';

/** A resource line by what its cost depends on; the quantity asked for or the one last assessed. */
export interface PricedLine {
  readonly lineNo: number;
  readonly productId: string;
  readonly quantity: number;
}

interface LineCost extends PricedLine {
  /** Price of one unit for one month in the catalogue, never typed by the applicant (yc-cloud-annex2-3). */
  readonly unitPriceFen: number;
  readonly costFen: number;
}

export interface ApplicationCost {
  readonly lines: readonly LineCost[];
  /** Cost of a month, in fen. */
  readonly totalFen: number;
  /** Lines whose product the catalogue doesn't know; they are not in the total. */
  readonly unpriced: readonly number[];
}

/** Quantity × catalogue price, line by line, in whole fen. */
export const applicationCost = (lines: readonly PricedLine[], catalogue: Catalogue): ApplicationCost => {
  const prices = new Map(catalogue.products.map(({ id, unitPriceFen }) => [id, unitPriceFen]));
  const priced = lines.flatMap((line) => {
    const unitPriceFen = prices.get(line.productId);
    return unitPriceFen === undefined
      ? []
      : [{ ...line, unitPriceFen, costFen: unitPriceFen * line.quantity }];
  });
  return {
    lines: priced,
    totalFen: priced.reduce((sum, { costFen }) => sum + costFen, 0),
    unpriced: lines.filter(({ productId }) => !prices.has(productId)).map(({ lineNo }) => lineNo),
  };
};
