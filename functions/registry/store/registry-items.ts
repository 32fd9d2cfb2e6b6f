import * as z from 'zod/mini';
import { caseId, isoInstant } from '#shared/contracts/common.ts';
import { lifeStage, resourceView } from '#shared/contracts/registry.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { productKind } from '#shared/regulation/application-spec.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import type { Item } from '#shared/table/read-all.ts';
import type { CountedSystem, InformationSystem, LifeEvent, Resource } from '../domain/resource.ts';
import { registryKeys, registryLists } from './registry-keys.ts';

const systemItem = z.object({
  systemId: caseId,
  tenant: tenantId,
  name: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  createdAt: isoInstant,
  closedAt: z.exactOptional(isoInstant),
});
const resourceItem = z.object({ ...resourceView.shape, tenant: tenantId, revision: z.int() });
const lifeItem = z.object({
  id: z.string(),
  stage: lifeStage,
  at: isoInstant,
  text: z.string(),
  by: z.exactOptional(z.object({ tenant: tenantId, membership: z.string() })),
  caseId: z.exactOptional(caseId),
});

/** Attributes by which a system's item counts what is in use; added to, never read before. */
export const countOf = (kind: ProductKind): string => `inUseCount_${kind}`;
export const quantityOf = (kind: ProductKind): string => `inUseQuantity_${kind}`;

const numberAt = (item: Item, name: string): number => z._default(z.int(), 0).parse(item[name]);

export const parseSystem = (item: Item): CountedSystem => ({
  ...systemItem.parse(item),
  inUse: productKind.options
    .map((kind) => ({
      kind,
      count: numberAt(item, countOf(kind)),
      quantity: numberAt(item, quantityOf(kind)),
    }))
    .filter(({ count }) => count > 0),
});
export const parseResource = (item: Item): Resource => resourceItem.parse(item);
export const parseLife = (item: Item): LifeEvent => lifeItem.parse(item);

export const writtenSystem = (system: InformationSystem): Item => ({
  ...registryKeys.system(system.tenant, system.systemId),
  ...systemItem.parse(system),
  g3pk: registryLists.systems(system.tenant),
  g3sk: system.systemId,
});

/** @throws when it lacks its pool or zone, or names two */
export const writtenResource = (resource: Resource): Item => ({
  ...registryKeys.resource(resource.tenant, resource.systemId, resource.resourceId),
  ...resourceItem.parse(resource),
  g3pk: registryLists.resources(resource.tenant),
  g3sk: `${resource.systemId}#${resource.resourceId}`,
});

export const writtenLife = (
  { tenant, systemId }: { readonly tenant: TenantId; readonly systemId: string },
  event: LifeEvent,
): Item => ({ ...registryKeys.life(tenant, systemId, event.id), ...lifeItem.parse(event) });
