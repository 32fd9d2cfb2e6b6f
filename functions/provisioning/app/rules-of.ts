import { profileOf, profileOfRuleVersion } from '#shared/regulation/find-profile.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';

/** The rules that an order is pinned to. */
export const rulesOf = ({ ruleVersion }: { readonly ruleVersion: string }): ProvisioningRules => {
  const profile = profileOfRuleVersion(ruleVersion);
  if (!profile) throw new Error(`no rules ${ruleVersion}`);
  return profile.provisioning;
};

/** The rules in force in a city. */
export const rulesInForce = (city: string): ProvisioningRules | undefined => profileOf(city)?.provisioning;
