import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, cityTenantOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import { profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import { rulesUnder } from '#shared/regulation/local-settings.ts';
import type { CaseKind, CloudApplicationRules, Route } from '#shared/regulation/profile.ts';
import type { References } from './reference-ports.ts';

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

/** The applicant's way through rules that the profile offers. */
const onRoute = (
  tenant: TenantId,
  rules: CloudApplicationRules,
  ruleVersion: string,
): Result<ApplicableRules, Refusal> => {
  const applicant = isCityTenant(tenant) ? 'city' : 'county';
  const route = rules.routes.find(({ appliesTo }) => appliesTo.includes(applicant));
  return route ? accept({ rules, route, ruleVersion }) : refuse({ code: 'not-offered', detail: closed });
};

/** The rules of a matter as the profile has them. Refused where the city does not offer it. */
export const profileRules = ({
  tenant,
  kind,
  ruleVersion: pinned,
}: RuledMatter): Result<ApplicableRules, Refusal> => {
  const profile = pinned === undefined ? profileOf(cityOf(tenant)) : profileOfRuleVersion(pinned);
  const rules = profile?.kinds[kind];
  return profile && rules?.offered
    ? onRoute(tenant, rules, profile.ruleVersion)
    : refuse({ code: 'not-offered', detail: rules && !rules.offered ? rules.reason : closed });
};

/** Whether anything of a kind is for tenant or city to set. */
const isSet = ({ settable, reportSeal, resubmission }: CloudApplicationRules): boolean =>
  settable || reportSeal !== undefined || resubmission !== undefined;

/** The rules of a matter as its tenant and its city have set them. Refused where the city does not offer it. */
export const applicationRules = async (
  references: Pick<References, 'settingsOf'>,
  matter: RuledMatter,
): Promise<Result<ApplicableRules, Refusal>> => {
  const ruled = profileRules(matter);
  if (!ruled.ok || !isSet(ruled.value.rules)) return ruled;
  const { tenant } = matter;
  const [local, city] = await Promise.all([
    references.settingsOf(tenant),
    references.settingsOf(cityTenantOf(tenant)),
  ]);
  return onRoute(tenant, rulesUnder(ruled.value.rules, local, city), ruled.value.ruleVersion);
};
