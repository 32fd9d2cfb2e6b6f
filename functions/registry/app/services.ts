import type { TenantId } from '#shared/kernel/tenant.ts';
import type { LifeEvent } from '../domain/resource.ts';
import type { RegistryStore } from './ports.ts';

export interface RegistryServices {
  readonly registry: RegistryStore;
  readonly references: {
    nodesOf(city: string): Promise<readonly { readonly id: TenantId; readonly name: string }[]>;
    namesOf(
      members: readonly NonNullable<LifeEvent['by']>[],
    ): Promise<ReadonlyMap<string, { readonly name: string; readonly organisation: string }>>;
  };
  readonly clock: { now(): Date };
}
