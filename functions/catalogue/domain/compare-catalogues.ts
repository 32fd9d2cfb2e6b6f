import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';

export interface CatalogueDifferences {
  readonly added: readonly CatalogueProduct[];
  readonly changed: readonly { readonly before: CatalogueProduct; readonly after: CatalogueProduct }[];
  /** Given a last day, or another one. */
  readonly retired: readonly CatalogueProduct[];
  readonly removed: readonly CatalogueProduct[];
}

const facts = ['name', 'kind', 'specification', 'unit', 'unitPriceFen'] as const;

/** Whether a product is another thing, or costs another price, than it was and did. */
export const isChanged = (before: CatalogueProduct, after: CatalogueProduct): boolean =>
  facts.some((fact) => before[fact] !== after[fact]);

/** What one version has that another had not, product by product. */
export const compareCatalogues = (
  before: readonly CatalogueProduct[],
  after: readonly CatalogueProduct[],
): CatalogueDifferences => {
  const known = new Map(before.map((product) => [product.id, product]));
  const listed = new Set(after.map(({ id }) => id));
  const pairs = after.flatMap((product) => {
    const earlier = known.get(product.id);
    return earlier ? [{ before: earlier, after: product }] : [];
  });
  return {
    added: after.filter(({ id }) => !known.has(id)),
    changed: pairs.filter((pair) => isChanged(pair.before, pair.after)),
    retired: pairs
      .filter((pair) => pair.after.retiredOn !== undefined && pair.after.retiredOn !== pair.before.retiredOn)
      .map((pair) => pair.after),
    removed: before.filter(({ id }) => !listed.has(id)),
  };
};

/** How much differs, for lists and the journal. */
export const countDifferences = ({ added, changed, retired }: CatalogueDifferences) => ({
  added: added.length,
  changed: changed.length,
  retired: retired.length,
});
