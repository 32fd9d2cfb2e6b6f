import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { ProductKind } from './profile.ts';

/** A service of the unified catalogue 统一服务目录. */
export interface CatalogueProduct {
  readonly id: string;
  readonly name: string;
  readonly kind: ProductKind;
  readonly specification: string;
  /** What one of it is, e.g. 台, TB, Mbps. */
  readonly unit: string;
  /** Price of one unit for one month, in fen; below 100,000,000. */
  readonly unitPriceFen: number;
  readonly effectiveFrom: LocalDate;
  /** First day on which it can't be applied for any more. */
  readonly retiredOn?: LocalDate;
  /** Why its price is above the standard that finance set. */
  readonly aboveStandardReason?: string;
}

/** One published version of the catalogue; earlier applications keep theirs. */
export interface Catalogue {
  readonly version: string;
  /** Filed with the competent authority 备案; an unfiled version may be used but says so (yc-cloud-13-2). */
  readonly filed: boolean;
  /** First day of the version; absent while a city has none. */
  readonly effectiveFrom?: LocalDate;
  readonly products: readonly CatalogueProduct[];
}

/** Whether a product can be applied for on a day. */
export const isActive = (product: CatalogueProduct, on: LocalDate): boolean =>
  product.effectiveFrom <= on && (product.retiredOn === undefined || on < product.retiredOn);
