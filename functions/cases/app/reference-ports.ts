import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import type { Catalogue } from '#shared/regulation/catalogue.ts';
import type { LocalSettings } from '#shared/regulation/local-settings.ts';

/** City-wide reference that a decision is taken under. */
export interface References {
  /** In force on a day; where products are named, with those of them that it has, and read for no more. */
  catalogue(city: string, on: LocalDate, productIds?: readonly string[]): Promise<Catalogue>;
  /** Labels of versions that were never filed 备案. */
  unfiledCatalogues(city: string): Promise<readonly string[]>;
  calendarOverlay(city: string): Promise<CalendarOverlay>;
  /** Whether the tenant has named its cloud authority. */
  authorityDesignated(tenant: TenantId): Promise<boolean>;
  /** What a tenant has set of its own within the rules; undefined: nothing. */
  settingsOf(tenant: TenantId): Promise<LocalSettings | undefined>;
  /** Every node of the city, as people list them. */
  nodesOf(
    city: string,
  ): Promise<readonly { readonly id: TenantId; readonly name: string; readonly authority: string }[]>;
  /** Entries of those who are listed, by membership. */
  namesOf(members: readonly MemberRef[]): Promise<ReadonlyMap<string, DirectoryEntry>>;
}

/** Somebody in the city's directory. */
export interface MemberRef {
  readonly tenant: TenantId;
  readonly membership: string;
}

export interface DirectoryEntry {
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly string[];
}
