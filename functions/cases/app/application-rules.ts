import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { CloudApplicationRules, Route } from '#shared/regulation/profile.ts';

export interface ApplicableRules {
  readonly rules: CloudApplicationRules;
  readonly route: Route;
  readonly ruleVersion: string;
}

/** The rules pinned to a case, else those in force. Refused where the city does not offer the application yet. */
export const applicationRules = (tenant: TenantId, pinned?: string): Result<ApplicableRules, Refusal> => {
  const profile = pinned === undefined ? profileOf(cityOf(tenant)) : profileOfRuleVersion(pinned);
  if (profile?.cloudApplication.offered) {
    const { cloudApplication: rules, ruleVersion } = profile;
    const applicant = isCityTenant(tenant) ? 'city' : 'county';
    const route = rules.routes.find(({ appliesTo }) => appliesTo.includes(applicant));
    if (route) return accept({ rules, route, ruleVersion });
  }
  return refuse({
    code: 'not-offered',
    detail:
      profile?.cloudApplication.offered === false
        ? profile.cloudApplication.reason
        : '本地区的规则档案尚未启用。',
  });
};
