import { httpFunction } from '#shared/http/http-function.ts';
import { referenceTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import { accept } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { viewForm } from '../app/view-form.ts';

const table = referenceTable();

export const handler = httpFunction({
  /** 统一服务目录 of the actor's city. */
  listCatalogue: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    const references = createReferenceReader(table.clientOf(actor), table.name);
    return accept({ body: await references.catalogue(cityOf(actor.tenant)) });
  },

  getForm: async ({ params, query }, authorizer) => {
    const form = viewForm(readActor(authorizer), params.kind, query.ruleVersion);
    return form.ok ? accept({ body: form.value }) : form;
  },
});
