import type { AggregateStore, Loaded } from '#shared/aggregate/aggregate.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { OffCloudEntry } from '../domain/off-cloud-entry.ts';
import type { RegistryServices } from './services.ts';

export interface OffCloudRef {
  readonly tenant: TenantId;
  readonly entryId: string;
}

export interface OffCloudLists {
  /** Ids of a tenant's entries, or of one of its units', the newest first, older than `after`. */
  idsOf(
    wanted: Pick<OffCloudRef, 'tenant'> & {
      readonly organisation: string | undefined;
      readonly kind: OffCloudEntry['kind'];
      readonly after: string | undefined;
      readonly limit: number;
    },
  ): Promise<readonly string[]>;
  /** As they stand now; what is gone meanwhile is left out. */
  read(refs: readonly OffCloudRef[]): Promise<readonly Loaded<OffCloudEntry>[]>;
}

export interface OffCloudServices extends RegistryServices {
  readonly entries: AggregateStore<OffCloudRef, OffCloudEntry>;
  readonly entryLists: OffCloudLists;
  /** Of a tenant's city. */
  readonly ruleVersionOf: (tenant: TenantId) => string;
  readonly newId: (tenant: TenantId, at: Date) => string;
  readonly newSalt: () => string;
}
