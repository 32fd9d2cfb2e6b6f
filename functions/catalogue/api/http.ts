import { httpFunction } from '#shared/http/http-function.ts';
import { referenceTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { shanghaiDateOf, yearOf } from '#shared/kernel/local-date.ts';
import { accept } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { viewCalendar } from '../app/view-calendar.ts';
import { viewForm } from '../app/view-form.ts';
import { viewGuide } from '../app/view-guide.ts';
import { viewRules } from '../app/view-rules.ts';

const table = referenceTable();

export const handler = httpFunction({
  /** 统一服务目录 of the actor's city. */
  listCatalogue: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    const references = createReferenceReader(table.clientOf(actor), table.name);
    return accept({ body: await references.catalogue(cityOf(actor.tenant)) });
  },

  getGuide: async (_request, authorizer) => {
    const guide = viewGuide(readActor(authorizer));
    return guide.ok ? accept({ body: guide.value }) : guide;
  },

  getRules: async (_request, authorizer) => {
    const rules = viewRules(readActor(authorizer));
    return rules.ok ? accept({ body: rules.value }) : rules;
  },

  /** 工作日历 of the actor's tenant; without a year, of the present one. */
  getCalendar: async ({ query }, authorizer) => {
    const { tenant } = readActor(authorizer);
    const references = createReferenceReader(table.clientOf(readActor(authorizer)), table.name);
    const overlay = await references.calendarOverlay(cityOf(tenant));
    const year = query.year ?? yearOf(shanghaiDateOf(systemBusinessClock.now()));
    return accept({ body: viewCalendar(overlay, tenant, year) });
  },

  getForm: async ({ params, query }, authorizer) => {
    const form = viewForm(readActor(authorizer), params.kind, query.ruleVersion);
    return form.ok ? accept({ body: form.value }) : form;
  },
});
