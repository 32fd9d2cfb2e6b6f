import * as z from 'zod/mini';
import { meView } from '#shared/contracts/me.ts';
import { peopleContracts } from '#shared/contracts/people-contracts.ts';
import { tenancyContracts } from '#shared/contracts/tenancy-contracts.ts';
import { tenantsContracts } from '#shared/contracts/tenants-contracts.ts';
import { answered, withVersion } from '#shared/http/answered.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { personTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { accept } from '#shared/kernel/result.ts';
import { listAdministrationJournal, verifyAdministrationJournal } from '../app/administration-journal.ts';
import { decideOnGrant, enrolPerson, proposeChange, withdrawProposal } from '../app/change-grants.ts';
import { listGrants } from '../app/list-grants.ts';
import { listPeople } from '../app/list-people.ts';
import { listTenants } from '../app/list-tenants.ts';
import { saveHosts, viewHosts } from '../app/outbound-hosts.ts';
import { decideTenantMatter, listTenantMatters, proposeTenantMatter } from '../app/tenant-matters.ts';
import { addOrganisation, saveTenantSettings, viewTenant } from '../app/tenant-settings.ts';
import { administrationServices } from './person-services.ts';

const authorized = z.object({ me: z.string() });

const table = personTable();

const servicesFor = (actor: Actor) => administrationServices(table, actor);

const settingsVersion = ({ settings }: { readonly settings: { readonly version: number } }) => settings;

export const handler = httpFunction(
  { ...tenancyContracts, ...tenantsContracts, ...peopleContracts },
  {
    /** The authorizer has already looked the person up. */
    getMe: async (_request, authorizer) =>
      accept({ body: meView.parse(JSON.parse(authorized.parse(authorizer).me)) }),

    listTenants: async (_request, authorizer) => {
      const actor = readActor(authorizer);
      return accept({ body: await listTenants(servicesFor(actor), actor) });
    },

    getTenant: async ({ params }, authorizer) => {
      const actor = readActor(authorizer);
      return answered(await viewTenant(servicesFor(actor), actor, params.node), settingsVersion);
    },

    saveTenantSettings: async ({ params, body, expectedVersion }, authorizer) => {
      const actor = readActor(authorizer);
      return answered(
        await saveTenantSettings(servicesFor(actor), actor, params.node, body, expectedVersion),
        settingsVersion,
      );
    },

    addOrganisation: async (request, authorizer) => {
      const actor = readActor(authorizer);
      const { params, body } = request;
      const asked = askedBy(actor, 'addOrganisation', request);
      return answered(await addOrganisation(servicesFor(actor), asked, params.node, body));
    },

    listTenantMatters: async (_request, authorizer) => {
      const actor = readActor(authorizer);
      return answered(await listTenantMatters(servicesFor(actor), actor));
    },

    proposeTenantMatter: async (request, authorizer) => {
      const actor = readActor(authorizer);
      const asked = askedBy(actor, 'proposeTenantMatter', request);
      return answered(await proposeTenantMatter(servicesFor(actor), asked, request.body), withVersion);
    },

    decideTenantMatter: async (request, authorizer) => {
      const actor = readActor(authorizer);
      const { params, body, expectedVersion } = request;
      const asked = askedBy(actor, 'decideTenantMatter', request);
      return answered(
        await decideTenantMatter(servicesFor(actor), asked, { ...params, expectedVersion }, body),
        withVersion,
      );
    },

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
  },
);
