import type { LocalDate } from '#shared/kernel/local-date.ts';

/** Where a version's products lie: under a name of their own, in so many buckets. */
export interface Rows {
  readonly content: string;
  readonly buckets: number;
}

/** A released version: immutable but for its filing. */
export interface Released extends Rows {
  readonly version: string;
  readonly ordinal: number;
  readonly effectiveFrom: LocalDate;
  /** Filed 备案, or nothing to be filed under the city's rules. */
  readonly filed: boolean;
}

/** What is being drafted; its products lie apart. */
export interface Draft {
  readonly effectiveFrom: LocalDate;
  readonly note?: string;
  /** People who wrote on it; none of them may release it. */
  readonly editors: readonly string[];
  /** Their memberships, to tell their names by. */
  readonly savedBy: readonly string[];
  readonly savedAt: string;
  readonly count: number;
}

/** A city's catalogue without its products. */
export interface CatalogueState {
  readonly city: string;
  /** Incremented by every command; what `If-Match` names. */
  readonly version: number;
  /** In the order of release; effective dates never go back. */
  readonly released: readonly Released[];
  /** Versions that were never filed. */
  readonly unfiled: readonly string[];
  readonly draft?: Draft;
}

export const emptyCatalogue = (city: string): CatalogueState => ({
  city,
  version: 0,
  released: [],
  unfiled: [],
});
