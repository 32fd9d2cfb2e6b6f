import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import type { ObligationRules } from '#shared/regulation/obligation-spec.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import type { Reckoning } from '../domain/reckon-due.ts';
import type { SystemServices } from './ports.ts';

/** The rules in force in a city. */
export const rulesInForce = (city: string): ObligationRules | undefined => {
  const profile = profileOf(city);
  return profile && obligationsOf(profile);
};

type Services = Pick<SystemServices, 'references' | 'clock'>;
type Reckoned = Pick<Obligation, 'tenant' | 'ruleVersion'>;

/** Rules, calendar and time by which obligations of a city are reckoned: each by those of the tenant that owes it. */
export const reckonings = async ({ references, clock }: Services, city: string) => {
  const overlay = await references.calendarOverlay(city);
  const now = clock.now().toISOString();
  return (obligation: Reckoned): Reckoning => ({
    rules: obligationsOf(obligation),
    calendar: createWorkingCalendar(overlay, obligation.tenant),
    now,
  });
};

export const reckoningFor = async (services: Services, obligation: Reckoned): Promise<Reckoning> =>
  (await reckonings(services, cityOf(obligation.tenant)))(obligation);
