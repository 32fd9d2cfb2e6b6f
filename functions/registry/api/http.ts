import { registryContracts } from '#shared/contracts/registry-contracts.ts';
import { answered } from '#shared/http/answered.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { readingTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { listSystems } from '../app/list-registry.ts';
import { listResources } from '../app/list-resources.ts';
import type { RegistryServices } from '../app/services.ts';
import { viewSystem } from '../app/view-system.ts';
import { createRegistryStore } from '../store/registry-store.ts';

const table = readingTable();

const servicesFor = (actor: Actor): RegistryServices => {
  const client = table.clientOf(actor);
  return {
    registry: createRegistryStore(client, table.name),
    references: createReferenceReader(client, table.name),
    clock: systemBusinessClock,
  };
};

export const handler = httpFunction(registryContracts, {
  listSystems: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listSystems(servicesFor(actor), actor, query));
  },
  getSystem: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewSystem(servicesFor(actor), actor, params.systemId));
  },
  listResources: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listResources(servicesFor(actor), actor, query));
  },
});
