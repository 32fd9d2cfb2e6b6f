import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { CloudApplicationRules } from '#shared/regulation/profile.ts';

export interface ApplicableRules {
  readonly rules: CloudApplicationRules;
  readonly ruleVersion: string;
}

/** The rules pinned to a case, else those in force. Refused where the city does not offer the application yet. */
export const applicationRules = (tenant: TenantId, pinned?: string): Result<ApplicableRules, Refusal> => {
  const profile = pinned === undefined ? profileOf(cityOf(tenant)) : profileOfRuleVersion(pinned);
  if (profile?.cloudApplication.offered)
    return accept({ rules: profile.cloudApplication, ruleVersion: profile.ruleVersion });
  return refuse({
    code: 'not-offered',
    detail:
      profile?.cloudApplication.offered === false
        ? profile.cloudApplication.reason
        : '本地区的规则档案尚未启用。',
  });
};
