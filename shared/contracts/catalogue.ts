import * as z from 'zod/mini';
import { isoDate } from './common.ts';

export const catalogueProduct = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum([
    'host',
    'database',
    'storage',
    'network',
    'security',
    'backup',
    'compute',
    'middleware',
    'support',
  ]),
  specification: z.string(),
  unit: z.string(),
  /** Price of one unit for one month, in fen. */
  unitPriceFen: z.int(),
  effectiveFrom: isoDate,
  retiredOn: z.exactOptional(isoDate),
  /** Why its price is above the standard that finance set. */
  aboveStandardReason: z.exactOptional(z.string()),
});
export type CatalogueProductView = z.infer<typeof catalogueProduct>;

export const catalogueView = z.object({
  version: z.string(),
  /** 备案: whether this version has been filed with the competent authority. */
  filed: z.boolean(),
  /** First day of this version; absent while the city has none. */
  effectiveFrom: z.exactOptional(isoDate),
  products: z.array(catalogueProduct),
});
export type CatalogueView = z.infer<typeof catalogueView>;
