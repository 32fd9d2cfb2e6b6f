import type { ResourceLine, SystemSummary } from '#shared/contracts/registry.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import type { InformationSystem, Resource } from '../domain/resource.ts';
import type { RegistryServices } from './services.ts';
import { type Sight, sightOf } from './sight.ts';
import { resourceViewOf, summaryOf } from './view-system.ts';

export interface RegistryQuery {
  readonly tenant?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const defaultLimit = 20;
const orderOf = (systemId: string): string => systemId.slice(systemId.indexOf('.') + 1);

interface Stretch {
  readonly systems: readonly InformationSystem[];
  readonly nextCursor?: string;
}

/** Systems in sight, the newest first; a page from each tenant, and of these the newest. */
const systemsInSight = async (
  { registry }: RegistryServices,
  sight: Sight,
  after: string | undefined,
  limit: number,
): Promise<Stretch> => {
  const place = (tenant: TenantId) => (after === undefined ? undefined : `${nodeOf(tenant)}.${after}`);
  const pages = await Promise.all(
    sight.tenants.map(
      async (tenant) => (await registry.systemsOf(tenant, sight.organisation, place(tenant), limit)).rows,
    ),
  );
  const systems = pages
    .flat()
    .sort((a, b) => (orderOf(a.systemId) < orderOf(b.systemId) ? 1 : -1))
    .slice(0, limit);
  const last = systems.length === limit ? systems.at(-1) : undefined;
  return { systems, ...(last ? { nextCursor: encodeCursor({ after: orderOf(last.systemId) }) } : {}) };
};

const stretchFor = async (
  services: RegistryServices,
  actor: Actor,
  query: RegistryQuery,
): Promise<Result<Stretch & { readonly sight: Sight }, Refusal>> => {
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const sight = await sightOf(services, actor, query.tenant);
  if (!sight.ok) return sight;
  const stretch = await systemsInSight(
    services,
    sight.value,
    from.value['after'],
    query.limit ?? defaultLimit,
  );
  return accept({ ...stretch, sight: sight.value });
};

/** 台账：信息系统, as far as the actor may see them. */
export const listSystems = async (
  services: RegistryServices,
  actor: Actor,
  query: RegistryQuery,
): Promise<Result<{ items: SystemSummary[]; nextCursor?: string }, Refusal>> => {
  const stretch = await stretchFor(services, actor, query);
  if (!stretch.ok) return stretch;
  const { systems, sight, nextCursor } = stretch.value;
  const resources = await Promise.all(systems.map((system) => services.registry.resourcesOf(system)));
  return accept({
    items: systems.map((system, index) => summaryOf(system, resources[index] ?? [], sight.names)),
    ...(nextCursor === undefined ? {} : { nextCursor }),
  });
};

/** 台账：云资源, system by system; a page holds the resources of so many systems. */
export const listResources = async (
  services: RegistryServices,
  actor: Actor,
  query: RegistryQuery & { readonly pool?: Resource['pool']['kind'] | undefined },
): Promise<Result<{ items: ResourceLine[]; nextCursor?: string }, Refusal>> => {
  const stretch = await stretchFor(services, actor, query);
  if (!stretch.ok) return stretch;
  const { systems, sight, nextCursor } = stretch.value;
  const pages = await Promise.all(
    systems.map(async (system) =>
      (await services.registry.resourcesOf(system)).map((resource) => ({
        ...resourceViewOf(resource),
        systemName: system.name,
        tenantName: sight.names.get(system.tenant) ?? system.tenant,
        organisationName: system.organisation.name,
      })),
    ),
  );
  return accept({
    items: pages.flat().filter(({ pool }) => query.pool === undefined || pool.kind === query.pool),
    ...(nextCursor === undefined ? {} : { nextCursor }),
  });
};
