import { catalogueContracts } from '#shared/contracts/catalogue-contracts.ts';
import { askedBy } from '#shared/http/asked-by.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { catalogueTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { shanghaiDateOf, yearOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { fileVersion } from '../app/file-version.ts';
import { listJournal, verifyJournal } from '../app/list-journal.ts';
import type { CatalogueServices } from '../app/ports.ts';
import { releaseVersion } from '../app/release-version.ts';
import { saveDraft } from '../app/save-draft.ts';
import { setStandards } from '../app/set-standards.ts';
import { viewCalendar } from '../app/view-calendar.ts';
import { viewDraft } from '../app/view-draft.ts';
import { viewForm } from '../app/view-form.ts';
import { viewGuide } from '../app/view-guide.ts';
import { viewRules } from '../app/view-rules.ts';
import { viewStandards } from '../app/view-standards.ts';
import { listVersions, viewVersion } from '../app/view-versions.ts';
import { createCatalogueStore } from '../store/catalogue-store.ts';

const table = catalogueTable();

const servicesBy = (clientOf: typeof table.readerOf, actor: Actor): CatalogueServices => {
  const client = clientOf(actor);
  const references = createReferenceReader(client, table.name);
  return {
    store: createCatalogueStore(client, table.name),
    clock: systemBusinessClock,
    // Whoever keeps the catalogue holds the post at the city's own node.
    namesOf: (city, memberships) =>
      references.namesOf(memberships.map((membership) => ({ tenant: `${city}/_city`, membership }))),
  };
};
const reading = (actor: Actor) => servicesBy(table.readerOf, actor);
const writing = (actor: Actor) => servicesBy(table.writerOf, actor);

/** The value as the body, its version as the entity tag. */
const tagged = <Body extends { readonly version: number }>(result: Result<Body, Refusal>) =>
  result.ok ? accept({ body: result.value, version: result.value.version }) : result;
const plain = <Body>(result: Result<Body, Refusal>) => (result.ok ? accept({ body: result.value }) : result);

export const handler = httpFunction(catalogueContracts, {
  /** 统一服务目录 of the actor's city, as it is in force today. */
  listCatalogue: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    const references = createReferenceReader(table.readerOf(actor), table.name);
    const today = shanghaiDateOf(systemBusinessClock.now());
    const { products, ...facts } = await references.catalogue(cityOf(actor.tenant), today);
    return accept({ body: { ...facts, products: [...products] } });
  },

  getGuide: async ({ params }, authorizer) => {
    const guide = viewGuide(readActor(authorizer), params.kind);
    return guide.ok ? accept({ body: guide.value }) : guide;
  },

  getRules: async (_request, authorizer) => {
    const rules = viewRules(readActor(authorizer));
    return rules.ok ? accept({ body: rules.value }) : rules;
  },

  /** 工作日历 of the actor's tenant; without a year, of the present one. */
  getCalendar: async ({ query }, authorizer) => {
    const { tenant } = readActor(authorizer);
    const references = createReferenceReader(table.readerOf(readActor(authorizer)), table.name);
    const overlay = await references.calendarOverlay(cityOf(tenant));
    const year = query.year ?? yearOf(shanghaiDateOf(systemBusinessClock.now()));
    return accept({ body: viewCalendar(overlay, tenant, year) });
  },

  listCatalogueVersions: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return tagged(await listVersions(reading(actor), actor));
  },

  getCatalogueVersion: async ({ params, query }, authorizer) => {
    const actor = readActor(authorizer);
    return plain(await viewVersion(reading(actor), actor, params.version, query.against));
  },

  fileCatalogueVersion: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { params, body, expectedVersion } = request;
    const asked = { ...askedBy(actor, 'fileCatalogueVersion', request), expectedVersion };
    return tagged(await fileVersion(writing(actor), asked, { ...params, ...body }));
  },

  getCatalogueDraft: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return tagged(await viewDraft(reading(actor), actor));
  },

  saveCatalogueDraft: async ({ body, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    const asked = { actor, operation: 'saveCatalogueDraft', expectedVersion, request: body };
    return tagged(await saveDraft(writing(actor), asked, body));
  },

  releaseCatalogueDraft: async (request, authorizer) => {
    const actor = readActor(authorizer);
    const { expectedVersion, idempotencyKey } = request;
    const operation = 'releaseCatalogueDraft';
    const asked = { actor, operation, expectedVersion, idempotencyKey, request: { expectedVersion } };
    return tagged(await releaseVersion(writing(actor), asked));
  },

  getBudgetStandards: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return tagged(await viewStandards(reading(actor), actor));
  },

  saveBudgetStandards: async ({ body, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    const asked = { actor, operation: 'saveBudgetStandards', expectedVersion, request: body };
    return tagged(await setStandards(writing(actor), asked, body));
  },

  listCatalogueJournal: async ({ query }, authorizer) => {
    const actor = readActor(authorizer);
    return plain(await listJournal(reading(actor), actor, query.before));
  },

  verifyCatalogueJournal: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return plain(await verifyJournal(reading(actor), actor));
  },

  getForm: async ({ params, query }, authorizer) => {
    const actor = readActor(authorizer);
    const references = createReferenceReader(table.readerOf(actor), table.name);
    return plain(await viewForm(references, actor, params.kind, query.ruleVersion));
  },
});
