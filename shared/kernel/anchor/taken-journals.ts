import type { JournalHead } from './anchor.ts';

/** Journals as an export has them. */
export interface TakenJournals {
  readonly tenant: string;
  /** When the export began, by the wall clock and by its own word. */
  readonly begunAt: string;
  /** In how many volumes it was built, one after the other. */
  readonly volumes: number;
  /** Hash by sequence number, by journal. */
  readonly journals: ReadonlyMap<string, ReadonlyMap<number, string>>;
  /** Whether the export would hold a journal, if there were one. */
  readonly covers: (journal: string) => boolean;
  /** What people call it. */
  readonly nameOf: (journal: string) => string;
}

/** A head with the number of its anchor and when that was made. */
export type AnchoredHead = JournalHead & { readonly anchor: number; readonly madeAt: string };
