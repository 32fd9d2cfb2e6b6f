import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { ChangeableResource } from '#shared/regulation/application/change-scale.ts';
import {
  awaitedNoMore,
  currentSpecification,
  type InformationSystem,
  type Resource,
} from '../domain/resource.ts';
import { createRegistryStore } from '../store/registry-store.ts';

/** A system of the registry as a new matter about it needs it. */
export interface RegisteredSystem extends Pick<InformationSystem, 'systemId' | 'name' | 'organisation'> {
  /** In use now. */
  readonly resources: readonly ChangeableResource[];
  /** Cases that have made it what it is, the newest first. */
  readonly caseIds: readonly string[];
  /** Resources that have gone live, or were taken back before they could. */
  readonly awaitedNoMore: readonly string[];
}

export type FindRegistered = (tenant: TenantId, systemId: string) => Promise<RegisteredSystem | undefined>;

const changeable = (resource: Resource): ChangeableResource => {
  const { productId, quantity } = currentSpecification(resource);
  const running = resource.billing.findLast(({ to }) => to === undefined);
  const { resourceId, kind, unit } = resource;
  return {
    ...{ resourceId, kind, unit, productId, quantity },
    monthlyFen: running ? running.quantity * running.unitPriceFen : 0,
  };
};

/** Registered systems of one data scope; the table's fence says which tenants it reaches. */
export const registeredSystems = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): FindRegistered => {
  const registry = createRegistryStore(client, table);
  return async (tenant, systemId) => {
    const ref = { tenant, systemId };
    const [system, resources] = await Promise.all([registry.findSystem(ref), registry.resourcesOf(ref)]);
    if (!system) return undefined;
    const made = resources.flatMap(({ specifications }) => specifications.map(({ caseId }) => caseId));
    return {
      systemId,
      name: system.name,
      organisation: system.organisation,
      resources: resources.filter(({ state }) => state === 'inUse').map(changeable),
      awaitedNoMore: resources.filter(awaitedNoMore).map(({ resourceId }) => resourceId),
      caseIds: [...new Set([systemId, ...made])].sort().reverse(),
    };
  };
};
