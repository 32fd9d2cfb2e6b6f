import * as z from 'zod/mini';
import { meView } from '#shared/contracts/me.ts';
import { answered } from '#shared/http/answered.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { Asked } from '#shared/kernel/asked.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { systemIds } from '#shared/kernel/ids.ts';
import { accept } from '#shared/kernel/result.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { listAdministrationJournal, verifyAdministrationJournal } from '../app/administration-journal.ts';
import type { AdministrationServices } from '../app/administration-ports.ts';
import { decideOnGrant, enrolPerson, proposeChange, withdrawProposal } from '../app/change-grants.ts';
import { listGrants } from '../app/list-grants.ts';
import { listPeople } from '../app/list-people.ts';
import { listTenants } from '../app/list-tenants.ts';
import { saveHosts, viewHosts } from '../app/outbound-hosts.ts';
import { createAdministrationStore } from '../store/administration-store.ts';

const authorized = z.object({ me: z.string() });

const table = personTable();

const servicesFor = (actor: Actor): AdministrationServices => {
  const client = table.clientOf(actor);
  return {
    administration: createAdministrationStore(client, table.name),
    namesOf: createReferenceReader(client, table.name).namesOf,
    clock: systemBusinessClock,
    ids: systemIds,
  };
};

interface Keyed {
  readonly params: unknown;
  readonly body: unknown;
  readonly idempotencyKey: string;
}
const askedBy = (actor: Actor, operation: string, { params, body, idempotencyKey }: Keyed): Asked => ({
  actor,
  operation,
  idempotencyKey,
  request: { params, body },
});

const withVersion = ({ version }: { readonly version: number }) => ({ version });

export const handler = httpFunction({
  /** The authorizer has already looked the person up. */
  getMe: async (_request, authorizer) =>
    accept({ body: meView.parse(JSON.parse(authorized.parse(authorizer).me)) }),

  listTenants: async (_request, authorizer) => accept({ body: listTenants(readActor(authorizer)) }),

  listPeople: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listPeople(servicesFor(actor), actor, query));
  },

  enrolPerson: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const asked = askedBy(actor, 'enrolPerson', request);
    return answered(await enrolPerson(servicesFor(actor), asked, request.body), withVersion);
  },

  listGrants: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listGrants(servicesFor(actor), actor, query));
  },

  proposeGrant: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const asked = askedBy(actor, 'proposeGrant', request);
    return answered(await proposeChange(servicesFor(actor), asked, request.body), withVersion);
  },

  decideGrant: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, body, expectedVersion } = request;
    const asked = askedBy(actor, 'decideGrant', request);
    return answered(
      await decideOnGrant(servicesFor(actor), asked, { ...params, expectedVersion }, body),
      withVersion,
    );
  },

  withdrawGrant: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, expectedVersion } = request;
    const asked = askedBy(actor, 'withdrawGrant', request);
    return answered(
      await withdrawProposal(servicesFor(actor), asked, { ...params, expectedVersion }),
      withVersion,
    );
  },

  listAdministrationJournal: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listAdministrationJournal(servicesFor(actor), actor, query));
  },

  verifyAdministrationJournal: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await verifyAdministrationJournal(servicesFor(actor), actor));
  },

  getOutboundHosts: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewHosts(servicesFor(actor), actor), withVersion);
  },

  saveOutboundHosts: async ({ body, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await saveHosts(servicesFor(actor), actor, body.hosts, expectedVersion), withVersion);
  },
});
