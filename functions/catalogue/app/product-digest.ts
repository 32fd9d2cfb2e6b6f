import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';

/** SM3 of a list of products in the order of their ids: the same products, the same digest. */
export const productDigest = (products: readonly CatalogueProduct[]): string =>
  sm3Hex(
    canonicalJson([...products].sort((a, b) => (a.id < b.id ? -1 : 1)).map((product) => ({ ...product }))),
  );
