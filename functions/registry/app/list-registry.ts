import type { SystemSummary } from '#shared/contracts/registry.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { orderOf } from '#shared/kernel/newest-of.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { nodeNames, type Sight, sightOf } from '#shared/kernel/sight.ts';
import { cityOf, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import { recordCrossTenant } from '#shared/log/record-cross-tenant.ts';
import type { CountedSystem, InformationSystem } from '../domain/resource.ts';
import type { RegistryServices } from './services.ts';
import { summaryOf } from './view-system.ts';

export interface RegistryQuery {
  readonly tenant?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

export const defaultLimit = 20;

interface Stretch {
  readonly systems: readonly CountedSystem[];
  /** Where it goes on; absent at the end. */
  readonly last?: string;
}

/** One access record for each county that was looked into. */
export const recordLooks = (
  actor: Actor,
  systems: readonly Pick<InformationSystem, 'tenant'>[],
  operation: string,
): void => {
  for (const tenant of new Set(systems.map((system) => system.tenant)))
    recordCrossTenant(actor, { tenant }, operation);
};

/** Systems in sight, the newest first; a page from each tenant, and of these the newest. */
export const systemsInSight = async (
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
  return { systems, ...(last ? { last: orderOf(last.systemId) } : {}) };
};

/** 台账：信息系统, as far as the actor may see them. */
export const listSystems = async (
  services: RegistryServices,
  actor: Actor,
  query: RegistryQuery,
): Promise<Result<{ items: SystemSummary[]; nextCursor?: string }, Refusal>> => {
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const nodes = await services.references.nodesOf(cityOf(actor.tenant));
  const found = sightOf(actor, nodeNames(nodes), query.tenant);
  if (!found.ok) return found;
  const sight = found.value;
  const limit = query.limit ?? defaultLimit;
  const { systems, last } = await systemsInSight(services, sight, from.value['after'], limit);
  recordLooks(actor, systems, 'listSystems');
  return accept({
    items: systems.map((system) => summaryOf(system, sight.names)),
    ...(last === undefined ? {} : { nextCursor: encodeCursor({ after: last }) }),
  });
};
