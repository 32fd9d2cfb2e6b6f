import { trialsContracts } from '#shared/contracts/trials-contracts.ts';
import { answered } from '#shared/http/answered.ts';
import { countedFunction } from '#shared/http/http-function.ts';
import { keepQuota } from '#shared/http/keep-quota.ts';
import { referenceTable, usageTable } from '#shared/http/person-clients.ts';
import { readActor } from '#shared/http/read-actor.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import { accept } from '#shared/kernel/result.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { computeBill } from '../app/compute-bill.ts';

const table = referenceTable();

export const handler = countedFunction(keepQuota(usageTable()))(trialsContracts, {
  /** 试算期限 on the calendar of the named profile; local closures of the asker's own city count. */
  computeDeadline: async ({ body }, authorizer) => {
    const actor = readActor(authorizer);
    const own = cityOf(actor.tenant) === body.profile;
    const references = createReferenceReader(table.clientOf(actor), table.name);
    const overlay = own ? await references.calendarOverlay(body.profile) : undefined;
    const { dueOn, provisional, calendarVersion, skipped } = computeDeadline(
      body,
      createWorkingCalendar(overlay, own ? actor.tenant : body.profile),
    );
    return accept({ body: { dueOn, provisional, calendarVersion, skipped: [...skipped] } });
  },

  computeBill: async ({ body }) => answered(computeBill(body)),
});
