import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';

export { reclamationRulesOf as rulesOf } from '#shared/regulation/find-reclamation.ts';

/** Version of the rules in force in a tenant's city. */
export const versionInForce = (tenant: TenantId): string => {
  const profile = profileOf(cityOf(tenant));
  if (!profile) throw new Error(`no rules for ${tenant}`);
  return profile.ruleVersion;
};
