import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import type { RegistryStore } from '../app/ports.ts';
import { type CountedSystem, heldBy } from '../domain/resource.ts';
import { createRegistryStore } from '../store/registry-store.ts';

/** Systems that keep a provider from leaving, as people call them. */
export interface LeftBehind {
  /** Not migrated: something of them is still in use on its cloud. */
  readonly inUse: readonly string[];
  /** Gone, but the erasure of their data has not been confirmed by both sides. */
  readonly unerased: readonly string[];
}

export type FindLeftBehind = (tenant: TenantId, provider: string) => Promise<LeftBehind>;

const pageSize = 50;

async function* systemsIn(
  registry: Pick<RegistryStore, 'systemsOf'>,
  tenant: TenantId,
): AsyncGenerator<readonly CountedSystem[]> {
  let after: string | undefined;
  do {
    const page = await registry.systemsOf(tenant, undefined, after, pageSize);
    yield page.rows;
    after = page.next;
  } while (after !== undefined);
}

const nameOf = ({ organisation, name }: CountedSystem): string => `${organisation.name}“${name}”`;

type Held = readonly [by: keyof LeftBehind, name: string];

const heldOf = async (
  registry: Pick<RegistryStore, 'resourcesOf'>,
  tenant: TenantId,
  system: CountedSystem,
  provider: string,
): Promise<readonly Held[]> => {
  const by = heldBy(await registry.resourcesOf({ tenant, systemId: system.systemId }), provider);
  return by ? [[by, nameOf(system)]] : [];
};

/** Everything of a provider's cloud in a city, node by node; closed systems too, since their data may still be there. */
export const leftBehind = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): FindLeftBehind => {
  const registry = createRegistryStore(client, table);
  const references = createReferenceReader(client, table);
  return async (tenant, provider) => {
    const held: Held[] = [];
    for (const { id } of await references.nodesOf(cityOf(tenant)))
      for await (const systems of systemsIn(registry, id))
        held.push(
          ...(await Promise.all(systems.map((system) => heldOf(registry, id, system, provider)))).flat(),
        );
    const named = (by: keyof LeftBehind) => held.flatMap(([kind, name]) => (kind === by ? [name] : []));
    return { inUse: named('inUse'), unerased: named('unerased') };
  };
};
