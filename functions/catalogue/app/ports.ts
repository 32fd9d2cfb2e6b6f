import type { Actor } from '#shared/kernel/actor.ts';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { CatalogueProduct } from '#shared/regulation/catalogue.ts';
import type { CatalogueState, Rows } from '../domain/catalogue-state.ts';

export interface LoadedCatalogue {
  readonly state: CatalogueState;
  /** Last entry of the journal; absent before the first. */
  readonly head?: { readonly seq: number; readonly hash: string };
  /** Items that the draft's products lie in. */
  readonly draftParts: number;
}

/** A released version as history keeps it; people by membership id. */
export interface VersionRecord {
  readonly version: string;
  readonly ordinal: number;
  readonly effectiveFrom: LocalDate;
  readonly releasedAt: string;
  readonly releasedBy?: string;
  readonly draftedBy: readonly string[];
  readonly note?: string;
  readonly count: number;
  readonly changes: { readonly added: number; readonly changed: number; readonly retired: number };
  /** Where its products lie. */
  readonly rows: Rows;
  /** Label of the version before. */
  readonly after?: string;
  readonly filing?: {
    readonly number: string;
    readonly filedOn: LocalDate;
    readonly recordedAt: string;
    readonly recordedBy: string;
  };
}

/** 支出预算标准: what finance set last. */
export interface Standards {
  readonly document: string;
  readonly setAt: string;
  readonly setBy: string;
  readonly items: readonly { readonly productId: string; readonly ceilingFen: number }[];
}

/** One command's transaction. */
export interface CatalogueCommit {
  readonly before: LoadedCatalogue;
  readonly after: CatalogueState;
  readonly entry: ChainedEntry;
  readonly actor: Actor;
  readonly draft?: readonly CatalogueProduct[];
  /** A version released, or filed. */
  readonly record?: VersionRecord;
  readonly standards?: Standards;
  readonly idempotency?: IdempotencyScope & IdempotencyRecord;
}

export type CatalogueFact = 'version' | 'membership' | 'idempotency' | 'other';

/** A city's catalogue; which city it reaches is fenced by the table's role. */
export interface CatalogueStore {
  load(city: string): Promise<LoadedCatalogue>;
  commit(
    commit: CatalogueCommit,
  ): Promise<{ readonly written: boolean; readonly failed: readonly CatalogueFact[] }>;
  /** Lays a version's rows down before a commit names them; laying them again changes nothing. */
  layRows(city: string, content: string, products: readonly CatalogueProduct[]): Promise<Rows>;
  draftProducts(loaded: LoadedCatalogue): Promise<readonly CatalogueProduct[]>;
  products(city: string, rows: Rows): Promise<readonly CatalogueProduct[]>;
  record(city: string, version: string): Promise<VersionRecord | undefined>;
  /** Newest first. */
  records(city: string): Promise<readonly VersionRecord[]>;
  standards(city: string): Promise<Standards | undefined>;
  findIdempotency(scope: IdempotencyScope): Promise<IdempotencyRecord | undefined>;
  /** Entries below a sequence number, newest first. */
  entriesBefore(city: string, seq: number, limit: number): Promise<readonly ChainedEntry[]>;
}

export interface CatalogueServices {
  readonly store: CatalogueStore;
  readonly clock: { now(): Date };
  readonly namesOf: (
    city: string,
    memberships: readonly string[],
  ) => Promise<ReadonlyMap<string, { readonly name: string; readonly organisation: string }>>;
}
