import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import { cityOf, type TenantId } from '#shared/kernel/tenant.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';

/** 服务商须有采购合同, by the rules of the tenant's city. */
export const contractRequired = (tenant: TenantId, pointer: string, message: string): FieldRefusal => {
  const clause = profileOf(cityOf(tenant))?.provisioning.providerContract.clause;
  return { pointer, code: 'contract-required', message, ...(clause === undefined ? {} : { clause }) };
};
