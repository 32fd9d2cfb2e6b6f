import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import type { BusinessClock } from '#shared/kernel/clock.ts';
import type { Ids } from '#shared/kernel/ids.ts';
import type { ChainedEntry } from '#shared/kernel/journal-chain.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { LocalSettings } from '#shared/regulation/local-settings.ts';
import type { Organisation } from '#shared/tenancy/organisations.ts';
import type { Grant } from '../domain/grant.ts';
import type { Membership } from '../domain/membership.ts';
import type { OpenedTenant, TenantMatter } from '../domain/tenant-matter.ts';
import type { ExportJob } from './exports/export-job.ts';

/**
 * What every command of a tenant's administration is conditioned on: its version moves with each of them, so that two
 * never pass on the same facts.
 */
export interface Roster {
  readonly tenant: TenantId;
  readonly version: number;
  /** Newest entry of the journal of administration. */
  readonly head: { readonly seq: number; readonly hash: string };
  /** Secret of the journal's digests. */
  readonly salt: string;
  /** Standing memberships that hold each of the three administrative roles. */
  readonly administrators: Readonly<Record<string, readonly string[]>>;
}

/** A host that messages may be sent to. */
export interface OutboundHost {
  readonly host: string;
  readonly private?: boolean;
}

/** 外联名单 of a city; version 0: none was ever kept. */
export interface HostList {
  readonly version: number;
  readonly hosts: readonly OutboundHost[];
  readonly changedAt?: string;
  readonly changedBy?: string;
}

/** A tenant as its city's directory has it. */
export interface TenantNode {
  readonly id: TenantId;
  readonly level: 'city' | 'county';
  readonly name: string;
  /** 主管部门. */
  readonly authority: string;
  /** Place among the city's nodes as people list them. */
  readonly place: number;
  readonly suspendedAt?: string;
}

/** An organisation of a tenant. */
export type Organised = Pick<Organisation, 'id' | 'name' | 'kind' | 'contract'>;

/** What one command leaves to be written, beside its journal entry. */
export interface AdministrationWrites {
  readonly grant?: Grant;
  readonly membership?: Membership;
  /** The membership that is replaced; absent for a new one. */
  readonly replaces?: Membership;
  readonly contact?: { readonly membershipId: string; readonly phone: string };
  readonly hosts?: HostList;
  readonly matter?: TenantMatter;
  readonly opened?: OpenedTenant;
  /** A county that is suspended from `since` on, or no longer. */
  readonly standing?: { readonly tenant: TenantId; readonly since?: string };
  readonly organisation?: Organisation;
  readonly export?: ExportJob;
  readonly settings?: {
    readonly tenant: TenantId;
    readonly version: number;
    readonly content: LocalSettings;
  };
}

/** Everything that one command writes, in one transaction. */
export interface AdministrationCommit extends AdministrationWrites {
  readonly before: Roster;
  readonly administrators: Roster['administrators'];
  readonly entry: ChainedEntry;
  readonly actor: Actor;
  readonly idempotency?: IdempotencyScope & IdempotencyRecord;
}

/** Facts on which a commit depends, by the name under which it reports that one did not hold. */
export type AdministrationFact = ActorFact | 'roster' | 'idempotency' | 'content';
export type AdministrationOutcome =
  | { readonly written: true }
  | { readonly written: false; readonly failed: readonly AdministrationFact[] };

export interface Page<T> {
  readonly items: readonly T[];
  /** Position after the last item; absent at the end. */
  readonly next?: string;
}

/** A tenant's administration, through a client that is fenced to the tenant. */
export interface AdministrationStore {
  /** Every tenant has one from its first day. */
  loadRoster(tenant: TenantId): Promise<Roster>;
  findGrant(tenant: TenantId, grantId: string): Promise<Grant | undefined>;
  /** Newest first. */
  listGrants(
    tenant: TenantId,
    filter: 'open' | 'closed' | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<Page<Grant>>;
  /** Every membership that a person has in a tenant, read consistently. */
  membershipsOf(tenant: TenantId, personId: string): Promise<readonly Membership[]>;
  findMembership(tenant: TenantId, membershipId: string): Promise<Membership | undefined>;
  /** Memberships of the tenant in the order of their roles; new ones may be missing for a moment. */
  listMemberships(tenant: TenantId, after: string | undefined, limit: number): Promise<Page<Membership>>;
  phonesOf(tenant: TenantId, membershipIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  loadHosts(city: string): Promise<HostList>;
  findMatter(city: string, matterId: string): Promise<TenantMatter | undefined>;
  /** Newest first. */
  listMatters(city: string, limit: number): Promise<readonly TenantMatter[]>;
  listEntries(
    tenant: TenantId,
    after: number,
    limit: number,
  ): Promise<readonly { readonly position: number; readonly entry: ChainedEntry }[]>;
  commit(commit: AdministrationCommit): Promise<AdministrationOutcome>;
  findIdempotency(scope: IdempotencyScope): Promise<IdempotencyRecord | undefined>;
}

export interface AdministrationServices {
  readonly administration: AdministrationStore;
  /** A tenant of the actor's city, by its whole directory. */
  readonly nodesOf: (city: string) => Promise<readonly TenantNode[]>;
  readonly organisationsOf: (tenant: TenantId) => Promise<readonly Organised[]>;
  readonly settingsOf: (
    tenant: TenantId,
  ) => Promise<(LocalSettings & { readonly version: number }) | undefined>;
  /** Present names of a tenant's members. */
  readonly namesOf: (
    members: readonly { readonly tenant: TenantId; readonly membership: string }[],
  ) => Promise<ReadonlyMap<string, { readonly name: string }>>;
  readonly clock: BusinessClock;
  readonly ids: Ids;
}
