import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, cityTenantOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import { rulesUnder } from '#shared/regulation/local-settings.ts';
import type { CaseKind, CloudApplicationRules, Route } from '#shared/regulation/profile.ts';
import type { References } from './ports.ts';

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

/** The rules of a matter as its tenant has set them, and the applicant's way through them. Refused where the city does not offer it. */
export const applicationRules = async (
  references: Pick<References, 'settingsOf'>,
  { tenant, kind, ruleVersion: pinned }: RuledMatter,
): Promise<Result<ApplicableRules, Refusal>> => {
  const profile = pinned === undefined ? profileOf(cityOf(tenant)) : profileOfRuleVersion(pinned);
  const ruled = profile?.[kind];
  if (!ruled?.offered) return refuse({ code: 'not-offered', detail: ruled?.reason ?? closed });
  const rules =
    kind === 'cloudApplication'
      ? rulesUnder(
          ruled,
          ...(await Promise.all([
            references.settingsOf(tenant),
            references.settingsOf(cityTenantOf(tenant)),
          ])),
        )
      : ruled;
  const applicant = isCityTenant(tenant) ? 'city' : 'county';
  const route = rules.routes.find(({ appliesTo }) => appliesTo.includes(applicant));
  return route && profile
    ? accept({ rules, route, ruleVersion: profile.ruleVersion })
    : refuse({ code: 'not-offered', detail: closed });
};
