import type { CatalogueProduct } from '../catalogue.ts';

/** Prices to reckon with: a catalogue's, or those that a submitted round was priced by. */
export interface PriceList {
  readonly version: string;
  readonly products: readonly Pick<CatalogueProduct, 'id' | 'unitPriceFen'>[];
}

/** Prices with what the products were called: a submitted round keeps both, whatever a later catalogue calls them. */
export interface PinnedPrices {
  readonly version: string;
  readonly products: readonly Pick<
    CatalogueProduct,
    'id' | 'unitPriceFen' | 'name' | 'specification' | 'unit'
  >[];
}

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
export const applicationCost = (lines: readonly PricedLine[], prices: PriceList): ApplicationCost => {
  const priceOf = new Map(prices.products.map(({ id, unitPriceFen }) => [id, unitPriceFen]));
  const priced = lines.flatMap((line) => {
    const unitPriceFen = priceOf.get(line.productId);
    return unitPriceFen === undefined
      ? []
      : [{ ...line, unitPriceFen, costFen: unitPriceFen * line.quantity }];
  });
  return {
    lines: priced,
    totalFen: priced.reduce((sum, { costFen }) => sum + costFen, 0),
    unpriced: lines.filter(({ productId }) => !priceOf.has(productId)).map(({ lineNo }) => lineNo),
  };
};
