import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import type { CatalogueRules } from '#shared/regulation/profile.ts';
import type { CatalogueState } from '../domain/catalogue-state.ts';
import type { CatalogueStore } from './ports.ts';

/** Products of the version released last: what a draft is compared with. */
export const baseProducts = async (
  store: CatalogueStore,
  { city, released }: CatalogueState,
): Promise<readonly CatalogueProduct[]> => {
  const last = released.at(-1);
  return last ? store.products(city, last) : [];
};

/** Finance's ceilings in fen by product id; none where the city's rules know no standards. */
export const ceilingsFor = async (
  store: CatalogueStore,
  city: string,
  rules: CatalogueRules,
): Promise<ReadonlyMap<string, number>> => {
  const standards = rules.budgetStandards ? await store.standards(city) : undefined;
  return new Map((standards?.items ?? []).map(({ productId, ceilingFen }) => [productId, ceilingFen]));
};
