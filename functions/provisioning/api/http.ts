import { randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { domainPlans } from '#functions/cases/ports/domain-plans.ts';
import { provisioningContracts } from '#shared/contracts/provisioning-contracts.ts';
import { answered, withVersion } from '#shared/http/answered.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { countedFunction } from '#shared/http/http-function.ts';
import { keepQuota } from '#shared/http/keep-quota.ts';
import { usageTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { newSecretCode } from '#shared/kernel/secret-code.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { readLetterInForce } from '#shared/table/read-letter.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { answerWork, depositCredentials } from '../app/answer-work.ts';
import { collect, confirm, drop, plan, release } from '../app/command-order.ts';
import { isProvider } from '../app/find-order.ts';
import { sign, viewLetter } from '../app/letter.ts';
import { listOrders } from '../app/list-orders.ts';
import type {
  PlanningServices,
  ProvisioningReferences,
  ProvisioningServices,
  WorkServices,
} from '../app/ports.ts';
import { openCredentials, sealCredentials } from '../app/seal-credentials.ts';
import { viewOrder } from '../app/view-order.ts';
import { listWork, viewWork } from '../app/view-work.ts';
import { letterShape } from '../store/letter-shape.ts';
import { createOrderLists, createWorkLists } from '../store/order-lists.ts';
import { orderShape } from '../store/order-shape.ts';
import { workShapeFor } from '../store/work-shape.ts';

const environment = readEnvironment({
  TABLE_NAME: z.string(),
  COUNTY_ROLE_ARN: z.string(),
  CITY_ROLE_ARN: z.string(),
  PROVIDER_ROLE_ARN: z.string(),
});
const table = environment.TABLE_NAME;
const clientFor = dataRoleClients({
  county: environment.COUNTY_ROLE_ARN,
  city: environment.CITY_ROLE_ARN,
  provider: environment.PROVIDER_ROLE_ARN,
});

/** A provider's people see their organisation's own keys, everybody else those of their tenant. */
const clientOf = (actor: Actor) =>
  isProvider(actor)
    ? clientFor({ kind: 'provider', city: cityOf(actor.tenant), organisation: actor.organisation.id })
    : clientFor({ kind: 'tenant', tenant: actor.tenant });

const referencesOf = (client: ReturnType<typeof clientOf>): ProvisioningReferences => ({
  ...createReferenceReader(client, table),
  letterInForce: (city) => readLetterInForce(client, table, city),
});
const time = { clock: systemBusinessClock, newSalt: randomUUID };

const servicesFor = (actor: Actor): ProvisioningServices => {
  const client = clientOf(actor);
  return {
    orders: createAggregateStore(client, table, orderShape),
    lists: createOrderLists(client, table),
    letters: createAggregateStore(client, table, letterShape()),
    lettersWith: (scan) => createAggregateStore(client, table, letterShape(scan)),
    references: referencesOf(client),
    ...time,
  };
};

const planningFor = (actor: Actor): PlanningServices => ({
  ...servicesFor(actor),
  domainPlan: domainPlans(clientOf(actor), table),
});

const workFor = (actor: Actor): WorkServices => {
  const client = clientOf(actor);
  return {
    work: createAggregateStore(client, table, workShapeFor(actor.organisation.id)),
    workLists: createWorkLists(client, table),
    references: referencesOf(client),
    ...time,
  };
};

const sealing = { newCode: newSecretCode, seal: sealCredentials };

export const handler = countedFunction(keepQuota(usageTable()))(provisioningContracts, {
  listOrders: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listOrders(servicesFor(actor), actor, query));
  },

  getOrder: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewOrder(servicesFor(actor), actor, params.orderId), withVersion);
  },

  confirmOrder: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, expectedVersion } = request;
    const asked = askedBy(actor, 'confirmOrder', request);
    return answered(await confirm(servicesFor(actor), asked, { ...params, expectedVersion }), withVersion);
  },

  planBatch: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, body, expectedVersion } = request;
    const asked = askedBy(actor, 'planBatch', request);
    return answered(
      await plan(planningFor(actor), asked, { ...params, ...body, expectedVersion }),
      withVersion,
    );
  },

  releaseUnits: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, body, expectedVersion } = request;
    const asked = askedBy(actor, 'releaseUnits', request);
    return answered(
      await release(servicesFor(actor), asked, { ...params, ...body, expectedVersion }),
      withVersion,
    );
  },

  dropRemainder: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, body, expectedVersion } = request;
    const asked = askedBy(actor, 'dropRemainder', request);
    return answered(
      await drop(servicesFor(actor), asked, { ...params, ...body, expectedVersion }),
      withVersion,
    );
  },

  collectCredentials: async ({ params, body, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    const on = { ...params, ...body, expectedVersion };
    return answered(await collect(servicesFor(actor), openCredentials, actor, on), withVersion);
  },

  listWorkOrders: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listWork(workFor(actor), actor, query));
  },

  getWorkOrder: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewWork(workFor(actor), actor, params.workId), withVersion);
  },

  answerWorkOrder: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, body, expectedVersion } = request;
    const asked = askedBy(actor, 'answerWorkOrder', request);
    return answered(
      await answerWork(workFor(actor), asked, { ...params, expectedVersion }, body),
      withVersion,
    );
  },

  depositCredentials: async ({ params, body, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    const on = { ...params, expectedVersion };
    return answered(
      await depositCredentials(workFor(actor), sealing, actor, on, body.credentials),
      withVersion,
    );
  },

  getLetter: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewLetter(servicesFor(actor), actor), withVersion);
  },

  signLetter: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { body, expectedVersion } = request;
    const asked = askedBy(actor, 'signLetter', request);
    return answered(await sign(servicesFor(actor), asked, { ...body, expectedVersion }), withVersion);
  },
});
