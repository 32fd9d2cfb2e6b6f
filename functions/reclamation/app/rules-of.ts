import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import { reclamationRulesOf } from '#shared/regulation/find-reclamation.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';

/** The rules that a process is pinned to. */
export const rulesOf = ({ ruleVersion }: { readonly ruleVersion: string }): ReclamationRules => {
  const rules = reclamationRulesOf(ruleVersion);
  if (!rules) throw new Error(`no rules ${ruleVersion}`);
  return rules;
};

/** Version of the rules in force in a tenant's city. */
export const versionInForce = (tenant: TenantId): string => {
  const profile = profileOf(cityOf(tenant));
  if (!profile) throw new Error(`no rules for ${tenant}`);
  return profile.ruleVersion;
};
