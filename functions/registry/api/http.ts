import { randomUUID } from 'node:crypto';
import { registryContracts } from '#shared/contracts/registry-contracts.ts';
import { answered, withVersion } from '#shared/http/answered.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import { nodeOf } from '#shared/kernel/tenant.ts';
import { versionInForce } from '#shared/regulation/version-in-force.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { registerOffCloud, updateOffCloud } from '../app/command-off-cloud.ts';
import { listOffCloud } from '../app/list-off-cloud.ts';
import { listSystems } from '../app/list-registry.ts';
import { listResources } from '../app/list-resources.ts';
import type { OffCloudServices } from '../app/off-cloud-services.ts';
import { viewSystem } from '../app/view-system.ts';
import { createOffCloudLists } from '../store/off-cloud-lists.ts';
import { offCloudShape } from '../store/off-cloud-shape.ts';
import { createRegistryStore } from '../store/registry-store.ts';

const table = personTable();

const servicesFor = (actor: Actor): OffCloudServices => {
  const client = table.clientOf(actor);
  return {
    registry: createRegistryStore(client, table.name),
    references: createReferenceReader(client, table.name),
    clock: systemBusinessClock,
    entries: createAggregateStore(client, table.name, offCloudShape),
    entryLists: createOffCloudLists(client, table.name),
    ruleVersionOf: versionInForce,
    newId: (tenant, at) => `${nodeOf(tenant)}.${systemIds.next(at.getTime())}`,
    newSalt: randomUUID,
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
  listOffCloud: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listOffCloud(servicesFor(actor), actor, query));
  },
  registerOffCloud: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const asked = askedBy(actor, 'registerOffCloud', request);
    return answered(await registerOffCloud(servicesFor(actor), asked, request.body), withVersion);
  },
  updateOffCloud: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const asked = askedBy(actor, 'updateOffCloud', request);
    const { params, body, expectedVersion } = request;
    const on = { ...params, expectedVersion };
    return answered(await updateOffCloud(servicesFor(actor), asked, on, body), withVersion);
  },
});
