import * as z from 'zod/mini';
import { catalogueProduct } from '#shared/contracts/catalogue.ts';
import { catalogueHeadItem } from '#shared/table/catalogue-rows.ts';
import type { LoadedCatalogue, Standards, VersionRecord } from '../app/ports.ts';
import { emptyCatalogue } from '../domain/catalogue-state.ts';

const headItem = z.extend(catalogueHeadItem, {
  version: z.int(),
  draft: z.exactOptional(
    z.object({
      effectiveFrom: z.string(),
      note: z.exactOptional(z.string()),
      editors: z.array(z.string()),
      savedBy: z.array(z.string()),
      savedAt: z.string(),
      count: z.int(),
    }),
  ),
  draftParts: z.int(),
  head: z.object({ seq: z.int(), hash: z.string() }),
});

export const parseHead = (city: string, item: unknown): LoadedCatalogue => {
  if (item === undefined) return { state: emptyCatalogue(city), draftParts: 0 };
  const { version, released, unfiled, draft, draftParts, head } = headItem.parse(item);
  return { state: { city, version, released, unfiled, ...(draft ? { draft } : {}) }, head, draftParts };
};

const recordItem = z.object({
  version: z.string(),
  ordinal: z.int(),
  effectiveFrom: z.string(),
  releasedAt: z.string(),
  releasedBy: z.exactOptional(z.string()),
  draftedBy: z.array(z.string()),
  note: z.exactOptional(z.string()),
  count: z.int(),
  changes: z.object({ added: z.int(), changed: z.int(), retired: z.int() }),
  rows: z.object({ content: z.string(), buckets: z.int() }),
  after: z.exactOptional(z.string()),
  filing: z.exactOptional(
    z.object({ number: z.string(), filedOn: z.string(), recordedAt: z.string(), recordedBy: z.string() }),
  ),
});
export const parseRecord = (item: unknown): VersionRecord => recordItem.parse(item);

const standardsItem = z.object({
  document: z.string(),
  setAt: z.string(),
  setBy: z.string(),
  items: z.array(z.object({ productId: z.string(), ceilingFen: z.int() })),
});
export const parseStandards = (item: unknown): Standards => standardsItem.parse(item);

export const idempotencyItem = z.object({ digest: z.string(), answer: z.string() });
export const draftItem = z.object({ products: z.array(catalogueProduct) });
export const entryItem = z.object({
  content: z.catchall(z.object({ seq: z.int(), at: z.string() }), z.json()),
  hash: z.string(),
});
