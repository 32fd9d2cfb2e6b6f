import type { AggregateCommit, AggregateFact } from '#shared/aggregate/aggregate.ts';
import type { IdempotencyScope } from '#shared/kernel/asked.ts';
import { type Key, keys } from './keys.ts';
import type { Item } from './read-all.ts';
import type { NamedWrite } from './transact.ts';

/** Parts of an aggregate by name; each is an item of its own, written only when it changed. */
export type Parts = Readonly<Record<string, object>>;

/** How one kind of process lies in the table. */
export interface AggregateShape<Ref, State> {
  /** Its own partition, with the tenant (or the provider) first. */
  partitionOf(ref: Ref): string;
  /** Spreads its markers over the sweep's shards. */
  idOf(ref: Ref): string;
  /** The header item, and what would not fit in it. */
  split(state: State): { readonly header: object; readonly parts: Parts };
  /** Reads what `split` wrote; items are parsed. */
  join(header: Item, parts: ReadonlyMap<string, Item>): State;
  /** Where indexes list the header: `g1pk`/`g1sk` worklist, `g2…` due, `g3…` lookup. */
  rowsOf(ref: Ref, state: State): object;
  /** Further writes of the same transaction. */
  beside?(commit: AggregateCommit<Ref, State>, table: string): readonly NamedWrite<AggregateFact>[];
  /** The partition as which its journal is anchored, where its own is no tenant's. */
  countedAs?(ref: Ref, state: State): string;
  /** Where the caller's answers are kept; by default with their tenant. */
  idempotencyKey?(scope: IdempotencyScope): Key;
}

export const headerSk = 'A#HEADER';
export const partPrefix = 'A#PART#';

export const entrySk = (seq: number): string => `EV#${String(seq).padStart(6, '0')}`;

export const idempotencyKeyOf = <Ref, State>(
  shape: AggregateShape<Ref, State>,
  scope: IdempotencyScope,
): Key =>
  shape.idempotencyKey?.(scope) ??
  keys.idempotency(scope.tenant, scope.membershipId, scope.operation, scope.key);
