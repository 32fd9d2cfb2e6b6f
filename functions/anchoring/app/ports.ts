import type { Anchor, AnchorChain, JournalHead } from '#shared/kernel/anchor/anchor.ts';
import type { WallClock } from '#shared/kernel/clock.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';

/** An entry that was written, before its hash is read. */
export interface WrittenEntry extends Omit<JournalHead, 'hash'> {
  readonly tenant: TenantId;
  readonly key: { readonly pk: string; readonly sk: string };
}

/** Every journal of every tenant, for the system role. */
export interface WrittenEntries {
  /** Entries written on a day after an instant, and at another at the latest. */
  list(date: LocalDate, after: string, until: string): AsyncIterable<WrittenEntry>;
  readHeads(entries: readonly WrittenEntry[]): Promise<readonly JournalHead[]>;
}

/** How far a tenant's journals are anchored. */
export interface AnchorMark extends AnchorChain {
  /** Heads of the last anchor that were so fresh that the next run meets them again. */
  readonly fresh: readonly Omit<JournalHead, 'hash'>[];
  readonly until: string;
}

export interface AnchorMarks {
  find(tenant: TenantId): Promise<AnchorMark | undefined>;
  /** False when another run was faster. */
  keep(tenant: TenantId, mark: AnchorMark): Promise<boolean>;
  /** Up to when all tenants are anchored. */
  watermark(): Promise<string | undefined>;
  keepWatermark(until: string): Promise<void>;
}

/** Where anchors lie under object lock. */
export interface LockedAnchors {
  /** Undefined when it was written; otherwise what already lies in its place. */
  put(anchor: Anchor): Promise<Anchor | undefined>;
}

export interface AnchorServices {
  readonly entries: WrittenEntries;
  readonly marks: AnchorMarks;
  readonly anchors: LockedAnchors;
  readonly clock: WallClock;
}
