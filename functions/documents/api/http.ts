import { casesForDocuments } from '#functions/cases/ports/cases-for-documents.ts';
import { ordersForDocuments } from '#functions/provisioning/ports/orders-for-documents.ts';
import { processesForDocuments } from '#functions/reclamation/ports/processes-for-documents.ts';
import { documentsContracts } from '#shared/contracts/documents-contracts.ts';
import { answered } from '#shared/http/answered.ts';
import { countedFunction } from '#shared/http/http-function.ts';
import { keepQuota } from '#shared/http/keep-quota.ts';
import { readingTable, templateTable, usageTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { type LetterTextServices, saveLetterText, viewLetterText } from '../app/letter-text.ts';
import { type DocumentServices, listDocuments, makeDocument } from '../app/make-document.ts';
import {
  downloadTemplate,
  listTemplates,
  previewTemplate,
  replaceTemplate,
  restoreTemplate,
  type TemplateServices,
} from '../app/manage-templates.ts';
import {
  makeProcessDocument,
  type ProcessDocumentServices,
  viewProcessDocument,
} from '../app/process-documents.ts';
import { createLetterTextStore } from '../store/letter-text-store.ts';
import { createTemplateReader, createTemplateStore } from '../store/template-store.ts';

const table = readingTable();
const templates = templateTable();

const documentsFor = (actor: Actor): DocumentServices => {
  const client = table.clientOf(actor);
  return {
    viewCase: casesForDocuments(client, table.name),
    templates: createTemplateReader(client, table.name),
  };
};

const processesFor = (actor: Actor): ProcessDocumentServices => {
  const client = table.clientOf(actor);
  return {
    orders: ordersForDocuments(client, table.name),
    processes: processesForDocuments(client, table.name),
    templates: createTemplateReader(client, table.name),
    nodesOf: createReferenceReader(client, table.name).nodesOf,
  };
};

const templatesFor = (actor: Actor): TemplateServices => ({
  templates: createTemplateStore(templates.clientOf(actor), table.name),
  clock: systemBusinessClock,
});

const lettersFor = (actor: Actor): LetterTextServices => ({
  letters: createLetterTextStore(templates.clientOf(actor), table.name),
  clock: systemBusinessClock,
});

export const handler = countedFunction(keepQuota(usageTable()))(documentsContracts, {
  listDocuments: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listDocuments(documentsFor(actor), actor, params.caseId));
  },

  getDocument: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await makeDocument(documentsFor(actor), actor, params.caseId, params.kind));
  },

  getProcessDocument: async ({ params: { processId, kind } }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await makeProcessDocument(processesFor(actor), actor, processId, kind));
  },

  getProcessDocumentContent: async ({ params: { processId, kind } }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewProcessDocument(processesFor(actor), actor, processId, kind));
  },

  listTemplates: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await listTemplates(templatesFor(actor), actor));
  },

  getTemplate: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await downloadTemplate(templatesFor(actor), actor, params.kind));
  },

  replaceTemplate: async ({ params, body, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    const command = { ...params, ...body, expected: expectedVersion };
    return answered(await replaceTemplate(templatesFor(actor), actor, command));
  },

  restoreTemplate: async ({ params, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await restoreTemplate(templatesFor(actor), actor, params.kind, expectedVersion));
  },

  getLetterText: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await viewLetterText(lettersFor(actor), actor));
  },

  saveLetterText: async ({ body, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await saveLetterText(lettersFor(actor), actor, { ...body, expected: expectedVersion }));
  },

  previewTemplate: async ({ params, body }, authorizer) => {
    const actor = readActor(authorizer);
    return answered(await previewTemplate(actor, { ...params, ...body }));
  },
});
