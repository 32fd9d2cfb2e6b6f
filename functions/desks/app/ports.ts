import type { DeskChange } from '#functions/tenancy/ports/journaled-change.ts';
import type { PostHolders } from '#functions/tenancy/ports/post-holders.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import type { BusinessClock, WallClock } from '#shared/kernel/clock.ts';
import type { Ids } from '#shared/kernel/ids.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Delegation } from '../domain/delegation.ts';
import type { HandOver } from '../domain/hand-over.ts';

/** Delegations that lie with a membership and are not over before a day. */
export type DelegationsOf = (
  tenant: TenantId,
  membershipId: string,
  from: string,
) => Promise<readonly Delegation[]>;

export interface DelegationChange {
  readonly tenant: TenantId;
  /** Every delegation of a tenant is written over this version of its head. */
  readonly headBefore: number;
  readonly delegations: readonly Delegation[];
  readonly at: string;
  /** What the tenant's journal says of it. */
  readonly change: DeskChange;
  /** Whoever commands; absent for the system. */
  readonly actor?: Actor;
  readonly idempotency?: IdempotencyScope & IdempotencyRecord;
}

type Fact = ActorFact | 'head' | 'idempotency' | 'content';
export type DeskOutcome =
  | { readonly written: true }
  | { readonly written: false; readonly failed: readonly Fact[] };

export interface DelegationStore {
  readonly given: DelegationsOf;
  readonly taken: DelegationsOf;
  head(tenant: TenantId): Promise<number>;
  commit(change: DelegationChange): Promise<DeskOutcome>;
  findIdempotency(scope: IdempotencyScope): Promise<IdempotencyRecord | undefined>;
}

export interface HandOverStore {
  find(tenant: TenantId, id: string): Promise<HandOver | undefined>;
  /** Newest first. */
  list(tenant: TenantId, limit: number): Promise<readonly HandOver[]>;
  /** The job with its marker, once. */
  open(job: HandOver, actor: Actor, idempotency: IdempotencyScope & IdempotencyRecord): Promise<DeskOutcome>;
  /** Over the revision before; false when another run was faster. */
  save(job: HandOver): Promise<boolean>;
  clearMarker(tenant: TenantId, id: string): Promise<void>;
}

export interface DeskServices {
  readonly delegations: DelegationStore;
  readonly handOvers: HandOverStore;
  readonly posts: PostHolders;
  readonly clock: BusinessClock;
  readonly wallClock: WallClock;
  readonly ids: Ids;
}
