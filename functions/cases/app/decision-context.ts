import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { CaseServices } from './services.ts';

/**
 * The rules, calendar and time of a decision: the version pinned to the case, else the one in force.
 * Refused where the city does not offer the application yet.
 */
export const decisionContext = async (
  services: Pick<CaseServices, 'references' | 'clock'>,
  tenant: TenantId,
  pinned?: string,
): Promise<Result<DecisionContext, Refusal>> => {
  const city = cityOf(tenant);
  const profile = pinned === undefined ? profileOf(city) : profileOfRuleVersion(pinned);
  if (!profile?.cloudApplication.offered)
    return refuse({
      code: 'not-offered',
      detail:
        profile?.cloudApplication.offered === false
          ? profile.cloudApplication.reason
          : '本地区的规则档案尚未启用。',
    });
  return accept({
    rules: profile.cloudApplication,
    ruleVersion: profile.ruleVersion,
    calendar: createWorkingCalendar(await services.references.calendarOverlay(city), tenant),
    now: services.clock.now().toISOString(),
  });
};
