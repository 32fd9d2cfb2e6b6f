import type { CatalogueProductView } from '#shared/contracts/catalogue.ts';

/** Whether a product can be applied for on a day (ISO date), in words. */
export const productState = (
  { effectiveFrom, retiredOn }: Pick<CatalogueProductView, 'effectiveFrom' | 'retiredOn'>,
  on: string,
): string => {
  if (retiredOn !== undefined && retiredOn <= on) return '已下架';
  if (effectiveFrom > on) return '待生效';
  return retiredOn === undefined ? '在用' : `在用，${retiredOn} 下架`;
};

/** Products that hold every typed word in name, specification, code or kind, of one kind if one is chosen. */
export const findProducts = <
  Product extends Pick<CatalogueProductView, 'id' | 'name' | 'specification' | 'kind'>,
>(
  products: readonly Product[],
  labels: ReadonlyMap<string, string>,
  typed: string,
  kind: string,
): readonly Product[] => {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return products.filter((product) => {
    const text = `${product.name} ${product.specification} ${product.id} ${labels.get(product.kind) ?? ''}`;
    return (kind === '' || product.kind === kind) && words.every((word) => text.toLowerCase().includes(word));
  });
};
