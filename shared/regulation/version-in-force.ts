import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { profileOf } from './find-profile.ts';

/**
 * Version of the rules in force in a tenant's city.
 * @throws for a city without rules
 */
export const versionInForce = (tenant: TenantId): string => {
  const profile = profileOf(cityOf(tenant));
  if (!profile) throw new Error(`no rules for ${tenant}`);
  return profile.ruleVersion;
};
