import type { ResourceLine } from '#shared/contracts/registry.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { orderOf } from '#shared/kernel/newest-of.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { nodeNames, type Sight, sightOf } from '#shared/kernel/sight.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { CountedSystem, Resource } from '../domain/resource.ts';
import { defaultLimit, type RegistryQuery, recordLooks, systemsInSight } from './list-registry.ts';
import type { RegistryServices } from './services.ts';
import { resourceViewOf } from './view-system.ts';

/** Systems that are looked through at once, and reads of their resources, for one page. */
const systemsAtOnce = 20;
const mostReads = 40;

/** Where a list of resources goes on: after a system, and within the one behind it after a resource. */
interface Place {
  readonly after?: string | undefined;
  readonly at?: string | undefined;
  readonly within?: string | undefined;
}

interface Found {
  readonly system: CountedSystem;
  readonly resource: Resource;
}

interface Wanted {
  readonly limit: number;
  readonly pool?: Resource['pool']['kind'] | undefined;
}

/** One system's part of a page; answers where it was left, if it was not read to its end. */
const readSystem = async (
  { registry }: RegistryServices,
  system: CountedSystem,
  from: string | undefined,
  { limit, pool }: Wanted,
  found: Found[],
  spend: () => boolean,
): Promise<string | undefined> => {
  let within = from;
  do {
    if (found.length >= limit || !spend()) return within ?? '';
    const page = await registry.resourcePage(system, { after: within, limit: limit - found.length, pool });
    found.push(...page.rows.map((resource) => ({ system, resource })));
    within = page.next;
  } while (within !== undefined);
  return undefined;
};

/** A page of resources, system by system, in a bounded number of reads; it may be short and lead on. */
const readPage = async (
  services: RegistryServices,
  sight: Sight,
  from: Place,
  wanted: Wanted,
): Promise<{ readonly found: readonly Found[]; readonly next?: Place }> => {
  const found: Found[] = [];
  let reads = 0;
  const spend = () => {
    reads += 1;
    return reads <= mostReads;
  };
  let { after } = from;
  for (;;) {
    const { systems, last } = await systemsInSight(services, sight, after, systemsAtOnce);
    for (const system of systems) {
      const order = orderOf(system.systemId);
      const start = order === from.at && from.within !== '' ? from.within : undefined;
      const within = await readSystem(services, system, start, wanted, found, spend);
      if (within !== undefined) return { found, next: { after, at: order, within } };
      after = order;
    }
    if (last === undefined) return { found };
  }
};

/** 台账：云资源, system by system, the newest system first. */
export const listResources = async (
  services: RegistryServices,
  actor: Actor,
  query: RegistryQuery & { readonly pool?: Resource['pool']['kind'] | undefined },
): Promise<Result<{ items: ResourceLine[]; nextCursor?: string }, Refusal>> => {
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const nodes = await services.references.nodesOf(cityOf(actor.tenant));
  const sight = sightOf(actor, nodeNames(nodes), query.tenant);
  if (!sight.ok) return sight;
  const { after, at, within } = from.value;
  const wanted = { limit: query.limit ?? defaultLimit, pool: query.pool };
  const { found, next } = await readPage(services, sight.value, { after, at, within }, wanted);
  recordLooks(
    actor,
    found.map(({ system }) => system),
    'listResources',
  );
  return accept({
    items: found.map(({ system, resource }) => ({
      ...resourceViewOf(resource),
      systemName: system.name,
      tenantName: sight.value.names.get(system.tenant) ?? system.tenant,
      organisationName: system.organisation.name,
    })),
    ...(next === undefined ? {} : { nextCursor: encodeCursor(placeWords(next)) }),
  });
};

/** A cursor holds words only. */
const placeWords = (place: Place): Record<string, string> =>
  Object.fromEntries(Object.entries(place).filter(([, word]) => word !== undefined && word !== ''));
