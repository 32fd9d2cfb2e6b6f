import type { TenantId } from '#shared/kernel/tenant.ts';

/** Where the journals of one kind of process are found, for whoever takes them out whole. */
export interface JournalSource {
  /** First part of the journal's name among its tenant's, e.g. `PV`. */
  readonly kind: string;
  /** What people call the process, e.g. 开通单. */
  readonly name: string;
  /** Lists of the lookup index that together name every process of a tenant. */
  readonly listsOf: (tenant: TenantId) => readonly string[];
  /** Where they lie in partitions of others: a journal's name by its partition, and back. */
  readonly elsewhere?: {
    readonly journalAt: (partition: string) => string;
    readonly partitionOf: (journal: string) => string;
  };
}
