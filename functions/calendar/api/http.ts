import * as z from 'zod/mini';
import { caseClocks } from '#functions/cases/ports/case-clocks.ts';
import { calendarContracts } from '#shared/contracts/calendar-contracts.ts';
import { httpFunction } from '#shared/http/http-function.ts';
import { readingTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import { readEnvironment } from '#shared/http/read-environment.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';
import { accept } from '#shared/kernel/result.ts';
import { dataRoleClients } from '#shared/table/data-roles.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { listCalendars } from '../app/list-calendars.ts';
import { previewNotice } from '../app/preview-notice.ts';
import { publishNotice } from '../app/publish-notice.ts';
import { viewRecomputation } from '../app/view-recomputation.ts';
import { createCalendarStore } from '../store/calendar-store.ts';

const { CALENDAR_ROLE_ARN } = readEnvironment({ CALENDAR_ROLE_ARN: z.string() });
const table = readingTable();
const calendarClient = dataRoleClients({ calendar: CALENDAR_ROLE_ARN });

/** The calendar is written under a role of its own; cases are only read, under the actor's. */
const calendarsOf = ({ tenant }: Actor) =>
  createCalendarStore(calendarClient({ kind: 'calendar', tenant }), table.name);

export const handler = httpFunction(calendarContracts, {
  listCalendars: async (_request, authorizer) => {
    const actor = readActor(authorizer);
    const { namesOf, nodesOf } = createReferenceReader(table.clientOf(actor), table.name);
    const listed = await listCalendars({ calendars: calendarsOf(actor), namesOf, nodesOf }, actor);
    return listed.ok ? accept({ body: listed.value, version: listed.value.version }) : listed;
  },

  previewNotice: async ({ body }, authorizer) => {
    const actor = readActor(authorizer);
    const services = {
      calendars: calendarsOf(actor),
      clocks: caseClocks(table.clientOf(actor), table.name),
      nodesOf: createReferenceReader(table.clientOf(actor), table.name).nodesOf,
    };
    const previewed = await previewNotice(services, actor, body);
    return previewed.ok ? accept({ body: previewed.value }) : previewed;
  },

  publishNotice: async ({ body, expectedVersion }, authorizer) => {
    const actor = readActor(authorizer);
    const services = {
      calendars: calendarsOf(actor),
      clock: systemBusinessClock,
      wallClock: systemWallClock,
    };
    const published = await publishNotice(services, actor, body, expectedVersion);
    if (!published.ok) return published;
    const { version } = published.value;
    return accept({
      body: published.value,
      version,
      location: `/v1/calendars/${version}/recomputation`,
    });
  },

  getRecomputation: async ({ params }, authorizer) => {
    const actor = readActor(authorizer);
    const { nodesOf } = createReferenceReader(table.clientOf(actor), table.name);
    const services = { calendars: calendarsOf(actor), nodesOf };
    const viewed = await viewRecomputation(services, actor, params.version);
    return viewed.ok ? accept({ body: viewed.value }) : viewed;
  },
});
