import type { TenantId } from '#shared/kernel/tenant.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { CityProfile } from '#shared/regulation/profile.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';

/** The rules that a process is pinned to. */
export const rulesOf = ({ ruleVersion }: { readonly ruleVersion: string }): ReclamationRules => {
  const profile = profileOfRuleVersion(ruleVersion);
  if (!profile) throw new Error(`no rules ${ruleVersion}`);
  return profile.reclamation;
};

/** The rules in force in a tenant's city. */
export const profileInForce = (tenant: TenantId): CityProfile => {
  const profile = profileOf(cityOf(tenant));
  if (!profile) throw new Error(`no rules for ${tenant}`);
  return profile;
};
