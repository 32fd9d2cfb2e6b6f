import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import type { ProcessNotice } from './notice.ts';

/** Newest entry of an aggregate's journal. */
export interface JournalHead {
  readonly seq: number;
  readonly hash: string;
}

/** A process as loaded for a command: one header item, further parts, its journal's head. */
export interface Loaded<State> {
  readonly state: State;
  /** Incremented by every command; what `If-Match` names. */
  readonly version: number;
  readonly head: JournalHead;
  /** Secret of the journal's digests; erased with the personal data. */
  readonly salt: string;
}

/** What follows elsewhere from a command; `kind` says who carries it on (`functions/lifecycle`). */
export type Effect = {
  readonly kind: string;
  /** Business time, ISO: it is not carried on before. */
  readonly notBefore?: string;
} & Readonly<Record<string, unknown>>;

/** Everything that one command writes, in one transaction. */
export interface AggregateCommit<Ref, State> {
  readonly ref: Ref;
  readonly before: Loaded<State> | undefined;
  readonly after: State;
  readonly salt: string;
  readonly entry: ChainedEntry;
  readonly effects: readonly Effect[];
  /** Who is told of it. */
  readonly notices: readonly ProcessNotice[];
  /** The person whose membership must still stand; absent for machines and consumers. */
  readonly actor?: Actor;
  readonly idempotency?: IdempotencyScope & IdempotencyRecord;
  /** The link by which it is asked; consumed with it. */
  readonly linkId?: string;
}

/** Facts on which a commit depends, by the name under which it reports that one did not hold. */
export type AggregateFact = ActorFact | 'version' | 'idempotency' | 'link' | 'other';

export type AggregateOutcome =
  | { readonly written: true }
  | { readonly written: false; readonly failed: readonly AggregateFact[] };

/** Aggregates of one kind in one data scope; the table's fence says which tenants it reaches. */
export interface AggregateStore<Ref, State> {
  load(ref: Ref): Promise<Loaded<State> | undefined>;
  commit(commit: AggregateCommit<Ref, State>): Promise<AggregateOutcome>;
  findIdempotency(scope: IdempotencyScope): Promise<IdempotencyRecord | undefined>;
  /** Entries of the journal in the order in which they lie, from after a sequence number. */
  listEntries(ref: Ref, after: number, limit: number): Promise<readonly ChainedEntry[]>;
}
