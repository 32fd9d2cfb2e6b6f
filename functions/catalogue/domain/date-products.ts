import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import { isChanged } from './compare-catalogues.ts';

/** A product as written; the day from which it holds may be left to the version. */
export type WrittenProduct = Omit<CatalogueProduct, 'effectiveFrom'> & {
  readonly effectiveFrom?: LocalDate;
};

const dayOf = (
  written: WrittenProduct,
  before: CatalogueProduct | undefined,
  versionFrom: LocalDate,
): LocalDate => {
  if (before)
    return isChanged(before, { ...written, effectiveFrom: versionFrom }) ? versionFrom : before.effectiveFrom;
  const wanted = written.effectiveFrom ?? versionFrom;
  return wanted > versionFrom ? wanted : versionFrom;
};

/**
 * Gives every line its day: an unchanged one keeps its own, a changed one holds from the version's first day, so that
 * no price changes backwards or leaves a gap; a new one may begin later.
 */
export const dateProducts = (
  written: readonly WrittenProduct[],
  before: readonly CatalogueProduct[],
  versionFrom: LocalDate,
): readonly CatalogueProduct[] => {
  const known = new Map(before.map((product) => [product.id, product]));
  return written.map((product) => ({
    ...product,
    effectiveFrom: dayOf(product, known.get(product.id), versionFrom),
  }));
};
