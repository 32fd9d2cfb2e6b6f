import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { CaseKind, CloudApplicationRules, Route } from '#shared/regulation/profile.ts';

export interface ApplicableRules {
  readonly rules: CloudApplicationRules;
  readonly route: Route;
  readonly ruleVersion: string;
}

/** A case, or one to be made: what decides which rules hold. */
export interface RuledMatter {
  readonly tenant: TenantId;
  readonly kind: CaseKind;
  /** What the case is pinned to; without it the rules in force hold. */
  readonly ruleVersion?: string | undefined;
}

const closed = '本地区的规则档案尚未启用。';

/** The rules of a matter and the applicant's way through them. Refused where the city does not offer it. */
export const applicationRules = ({
  tenant,
  kind,
  ruleVersion: pinned,
}: RuledMatter): Result<ApplicableRules, Refusal> => {
  const profile = pinned === undefined ? profileOf(cityOf(tenant)) : profileOfRuleVersion(pinned);
  const rules = profile?.[kind];
  if (!rules?.offered) return refuse({ code: 'not-offered', detail: rules?.reason ?? closed });
  const applicant = isCityTenant(tenant) ? 'city' : 'county';
  const route = rules.routes.find(({ appliesTo }) => appliesTo.includes(applicant));
  return route && profile
    ? accept({ rules, route, ruleVersion: profile.ruleVersion })
    : refuse({ code: 'not-offered', detail: closed });
};
