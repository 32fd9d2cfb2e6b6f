import type { RegistryWriter } from '#functions/registry/ports/registry-for-processes.ts';
import type { AggregateStore } from '#shared/aggregate/aggregate.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import type { Claims, Closing } from '../domain/claims.ts';
import type { Doer, Reclamation } from '../domain/reclamation-state.ts';
import type { Rectification } from '../domain/rectification-state.ts';

export interface ReclamationRef {
  readonly tenant: TenantId;
  readonly reclamationId: string;
}

export interface RectificationRef {
  readonly tenant: TenantId;
  readonly rectificationId: string;
}

export interface ProcessLists<State> {
  /** Ids of a tenant's processes, or of one of its departments', the newest first. */
  idsOf(
    tenant: TenantId,
    organisation: string | undefined,
    after: string | undefined,
    limit: number,
  ): Promise<readonly string[]>;
  /** As they stand now; what is gone meanwhile is left out. */
  read(places: readonly { readonly tenant: TenantId; readonly id: string }[]): Promise<readonly State[]>;
}

/** What anybody who holds the paper may see of it, and whether it still counts. */
export interface PublicCertificate {
  readonly title: string;
  readonly number: string;
  readonly organisation: string;
  readonly systemName: string;
  readonly provider: string;
  readonly resources: readonly string[];
  readonly reclaimedAt: string;
  readonly issuedAt: string;
  /** SHA-256 of the issued file. */
  readonly digest: string;
  readonly revokedAt?: string;
}

export interface Certificates {
  takeSerial(city: string, year: string): Promise<number>;
  /** Makes a revoked certificate say so to whoever checks it. */
  revoke(reclamation: Reclamation): Promise<void>;
}

export interface References {
  calendarOverlay(city: string): Promise<CalendarOverlay>;
  nodesOf(city: string): Promise<readonly { readonly id: TenantId; readonly name: string }[]>;
  namesOf(
    members: readonly Doer[],
  ): Promise<ReadonlyMap<string, { readonly name: string; readonly organisation: string }>>;
}

export interface ClosedSystem {
  readonly tenant: TenantId;
  readonly systemId: string;
}

export interface ClaimStore {
  of(system: ClosedSystem): Promise<Claims>;
  /** 关停 of it is approved; of several approvals the newest counts, in whatever order they are told. */
  close(system: ClosedSystem, closing: Closing): Promise<void>;
}

/** What an opening rests on: the claims that were seen, which it adds to. */
export interface Opening {
  readonly claims: ClaimStore;
  readonly opening: (seen: () => Claims | undefined) => AggregateStore<ReclamationRef, Reclamation>;
}

interface Time {
  readonly clock: { now(): Date };
  readonly newSalt: () => string;
}

/** For whoever is signed in. */
export interface ReclamationServices extends Time, Opening {
  readonly reclamations: AggregateStore<ReclamationRef, Reclamation>;
  readonly reclamationLists: ProcessLists<Reclamation>;
  readonly registry: Pick<RegistryWriter, 'findSystem' | 'resourcesOf'>;
  readonly fileOf: (ref: ReclamationRef) => Promise<string | undefined>;
  readonly references: References;
  readonly publicBaseUrl: string;
  readonly newId: (tenant: TenantId, at: Date) => string;
}

export interface RectificationServices
  extends Pick<ReclamationServices, 'registry' | 'references' | 'newId' | 'clock' | 'newSalt'> {
  readonly rectifications: AggregateStore<RectificationRef, Rectification>;
  /** The store that also keeps a file with what is said. */
  readonly rectificationsWith: (content: Uint8Array) => AggregateStore<RectificationRef, Rectification>;
  /** The finding's file in place 0, behind it those of statements by their number. */
  readonly evidenceOf: (ref: RectificationRef, place: number) => Promise<Uint8Array | undefined>;
  readonly rectificationLists: ProcessLists<Rectification>;
}

export interface RectifyingServices {
  readonly rectifications: AggregateStore<RectificationRef, Rectification>;
}

/** The reclamation machine. Telling it what it knows already is no fault. */
export interface ReclamationMachine {
  start(ref: ReclamationRef): Promise<void>;
  tell(token: string, outcome: string): Promise<void>;
}

/** For the lifecycle's consumer. */
export interface ReclaimingServices extends Time, Opening {
  readonly reclamations: AggregateStore<ReclamationRef, Reclamation>;
  /** Keeps the issued file and what the public page shows, with the certificate. */
  readonly issuing: (issued: () => IssuedFile | undefined) => AggregateStore<ReclamationRef, Reclamation>;
  readonly registry: RegistryWriter;
  readonly certificates: Certificates;
  readonly references: Pick<References, 'calendarOverlay'>;
  readonly publicBaseUrl: string;
  readonly newCode: () => string;
}

export interface IssuedFile {
  readonly content: string;
  readonly shown: PublicCertificate;
}
