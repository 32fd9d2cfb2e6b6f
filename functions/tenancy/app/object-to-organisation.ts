import type { OrganisationBody } from '#shared/contracts/tenants.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { contractRequired } from './contract-required.ts';

/** Why the organisation is not added: a name that is taken, or a provider without its contract (yc-cloud-4-5). */
export const objectionToOrganisation = (
  tenant: TenantId,
  { name, kind, contract }: OrganisationBody,
  known: readonly { readonly name: string }[],
): Refusal | undefined => {
  if (known.some((one) => one.name === name))
    return {
      code: 'tenant-invalid',
      detail: `${name}已在单位名单中。`,
      errors: [{ pointer: '/name', code: 'taken', message: '这个单位已在名单中，请核对名称。' }],
    };
  if (kind === 'provider' && contract === undefined)
    return {
      code: 'tenant-invalid',
      detail: '服务商由政府采购选定，请填写采购合同编号。',
      errors: [contractRequired(tenant, '/contract', '服务商须有采购合同，请填写合同编号。')],
    };
  return undefined;
};
