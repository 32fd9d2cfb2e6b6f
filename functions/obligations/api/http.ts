import { randomUUID } from 'node:crypto';
import { obligationsContracts } from '#shared/contracts/obligations-contracts.ts';
import { answered, withVersion } from '#shared/http/answered.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { countedFunction } from '#shared/http/http-function.ts';
import { keepQuota } from '#shared/http/keep-quota.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { explain, judge, perform } from '../app/command-obligation.ts';
import { listObligations } from '../app/list-obligations.ts';
import type { ObligationServices } from '../app/ports.ts';
import { viewEvidence, viewObligation } from '../app/view-obligation.ts';
import { createObligationLists, readEvidence } from '../store/obligation-lists.ts';
import { obligationShape } from '../store/obligation-shape.ts';

const table = personTable();

const servicesFor = (actor: Actor): ObligationServices => {
  const client = table.clientOf(actor);
  return {
    obligations: createAggregateStore(client, table.name, obligationShape()),
    obligationsWith: (file) => createAggregateStore(client, table.name, obligationShape(file)),
    evidenceOf: readEvidence(client, table.name),
    pages: createObligationLists(client, table.name),
    references: createReferenceReader(client, table.name),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
};

interface Commanded<Body> {
  readonly params: { readonly obligationId: string };
  readonly body: Body;
  readonly idempotencyKey: string;
  readonly expectedVersion: number;
}

/** One command: who asks for what, on which version of which obligation. */
const commanded = <Body>(authorizer: unknown, operation: string, request: Commanded<Body>) => {
  const actor = readActor(authorizer);
  const { params, body, expectedVersion } = request;
  const asked = askedBy(actor, operation, request);
  return { services: servicesFor(actor), asked, on: { ...params, expectedVersion }, body };
};

/** 履约: what is owed after the opening, and what is said and decided of it. */
export const handler = countedFunction(keepQuota(table))(obligationsContracts, {
  listObligations: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listObligations(servicesFor(actor), actor, query));
  },

  getObligation: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewObligation(servicesFor(actor), actor, params.obligationId), withVersion);
  },

  performObligation: async (request, authorizer) => {
    const { services, asked, on, body } = commanded(authorizer, 'performObligation', request);
    return answered(await perform(services, asked, on, body), withVersion);
  },

  explainObligation: async (request, authorizer) => {
    const { services, asked, on, body } = commanded(authorizer, 'explainObligation', request);
    return answered(await explain(services, asked, on, body), withVersion);
  },

  judgeObligation: async (request, authorizer) => {
    const { services, asked, on, body } = commanded(authorizer, 'judgeObligation', request);
    return answered(await judge(services, asked, on, body), withVersion);
  },

  getEvidence: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewEvidence(servicesFor(actor), actor, params.obligationId));
  },
});
