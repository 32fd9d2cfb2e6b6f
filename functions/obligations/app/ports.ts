import type { AggregateStore } from '#shared/aggregate/aggregate.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Watermark } from '#shared/kernel/sweep-by-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import type { Doer, Obligation } from '../domain/obligation-state.ts';

export interface ObligationRef {
  readonly tenant: TenantId;
  readonly obligationId: string;
}

/** A row of a list with its place, after which the next page goes on. */
export interface ListedObligation {
  readonly position: string;
  readonly obligation: Obligation;
}

/** Where an obligation lies in a list. */
export interface ObligationPlace {
  readonly tenant: TenantId;
  readonly position: string;
}

export interface ObligationLists {
  /**
   * Of a tenant, or of one of its departments: what is open by its due day, or what is closed, the newest first. Fewer
   * rows than the limit are the last.
   */
  list(
    tenant: TenantId,
    organisation: string | undefined,
    state: 'open' | 'closed',
    after: string | undefined,
    limit: number,
  ): Promise<{ readonly rows: readonly ListedObligation[]; readonly next?: string }>;
}

/** The same lists, of which only what is shown is read. */
export interface ObligationPages {
  /** Where what is open or closed lies, in the same order. */
  placesOf(
    tenant: TenantId,
    organisation: string | undefined,
    state: 'open' | 'closed',
    after: string | undefined,
    limit: number,
  ): Promise<readonly ObligationPlace[]>;
  /** What lies there now; what has moved to the other list meanwhile is left out. */
  read(places: readonly ObligationPlace[], state: 'open' | 'closed'): Promise<readonly ListedObligation[]>;
}

export type ObligationStore = AggregateStore<ObligationRef, Obligation>;

export interface ObligationReferences {
  calendarOverlay(city: string): Promise<CalendarOverlay>;
  nodesOf(city: string): Promise<readonly { readonly id: TenantId; readonly name: string }[]>;
  namesOf(
    members: readonly Doer[],
  ): Promise<ReadonlyMap<string, { readonly name: string; readonly organisation: string }>>;
}

export interface ObligationServices {
  readonly obligations: ObligationStore;
  /** The store that also keeps the file of a record. */
  readonly obligationsWith: (file: Uint8Array) => ObligationStore;
  readonly evidenceOf: (ref: ObligationRef) => Promise<Uint8Array | undefined>;
  readonly pages: ObligationPages;
  readonly references: ObligationReferences;
  readonly clock: { now(): Date };
  readonly newSalt: () => string;
}

/** What the system does on obligations: opens, settles, reminds and recomputes them. */
export interface SystemServices extends Pick<ObligationServices, 'obligations' | 'clock' | 'newSalt'> {
  readonly references: Pick<ObligationReferences, 'calendarOverlay'>;
}

/** What is to be reminded of, by business date, of every tenant. */
export interface DueObligations extends Watermark {
  /** What is due on a date and until an instant, a page at a time. */
  listDue(date: LocalDate, until: string): AsyncIterable<readonly ObligationRef[]>;
}
