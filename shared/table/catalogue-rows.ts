import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import { catalogueProduct } from '#shared/contracts/catalogue.ts';
import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import { type Key, keys } from './keys.ts';

/** What a bucket should hold at most: one read unit, so that pricing a line costs the same in a catalogue of any size. */
const bucketBytes = 3_000;

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

/** The bucket of a version's rows that holds a product, by the product's id alone. */
export const bucketOf = (productId: string, buckets: number): number =>
  createHash('sha256').update(productId).digest().readUInt32BE(0) % buckets;

const rowsItem = z.object({
  rows: z.array(z.object({ place: z.int(), product: catalogueProduct })),
});

/** Products in the order in which the catalogue lists them. */
export const productsOf = (items: readonly unknown[]): CatalogueProduct[] =>
  items
    .flatMap((item) => rowsItem.parse(item).rows)
    .sort((a, b) => a.place - b.place)
    .map(({ product }) => product);

/** A version's products as items: small buckets by hash, which nobody reads before a version names their content. */
export const catalogueRows = (
  city: string,
  content: string,
  products: readonly CatalogueProduct[],
): { readonly buckets: number; readonly items: readonly (Key & { readonly rows: readonly object[] })[] } => {
  const buckets = Math.max(1, Math.ceil(bytesOf(products) / bucketBytes));
  const placed = products.map((product, place) => ({ place, product }));
  const items = Array.from({ length: buckets }, (_, bucket) => ({
    ...keys.catalogueRow(city, content, bucket),
    rows: placed.filter(({ product }) => bucketOf(product.id, buckets) === bucket),
  }));
  return { buckets, items };
};

/** Keys of the buckets that hold the products; of all buckets when none are named. */
export const rowKeys = (
  city: string,
  { content, buckets }: { readonly content: string; readonly buckets: number },
  productIds?: readonly string[],
): readonly Key[] => {
  const wanted =
    productIds === undefined
      ? Array.from({ length: buckets }, (_, bucket) => bucket)
      : [...new Set(productIds.map((id) => bucketOf(id, buckets)))].sort((a, b) => a - b);
  return wanted.map((bucket) => keys.catalogueRow(city, content, bucket));
};

const releasedRef = z.object({
  version: z.string(),
  ordinal: z.int(),
  effectiveFrom: z.string(),
  filed: z.boolean(),
  content: z.string(),
  buckets: z.int(),
});
/** A released version, as the head knows it. */
export type ReleasedRef = z.infer<typeof releasedRef>;

/** The part of the head that pricing reads. */
export const catalogueHeadItem = z.object({ released: z.array(releasedRef), unfiled: z.array(z.string()) });

/** The version in force on a day: of those that have begun the one released last. */
export const refInForce = (released: readonly ReleasedRef[], on: string): ReleasedRef | undefined =>
  released.findLast(({ effectiveFrom }) => effectiveFrom <= on);
