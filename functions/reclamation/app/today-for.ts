import type { dueView } from '#functions/provisioning/app/due-view.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { ReclamationServices } from './ports.ts';

export type Today = Parameters<typeof dueView>[2];

/** Today on the calendar of a tenant's city. */
export const todayFor = async (
  { references, clock }: Pick<ReclamationServices, 'references' | 'clock'>,
  tenant: TenantId,
): Promise<Today> => ({
  calendar: createWorkingCalendar(await references.calendarOverlay(cityOf(tenant)), tenant),
  now: clock.now(),
});
