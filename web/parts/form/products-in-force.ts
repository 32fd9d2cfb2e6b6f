import type { CatalogueView } from '#shared/contracts/catalogue.ts';

export type Product = CatalogueView['products'][number];

/** Products by id with the price in force on a day (ISO date); one not yet in force is left out. */
export const productsInForce = (
  catalogue: CatalogueView | undefined,
  on: string,
): ReadonlyMap<string, Product> =>
  new Map(
    (catalogue?.products ?? [])
      .filter(({ effectiveFrom }) => effectiveFrom <= on)
      .sort((a, b) => a.effectiveFrom.localeCompare(b.effectiveFrom))
      .map((product) => [product.id, product]),
  );
