import type { MeView } from '#shared/contracts/me.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { isRoleId, labelOfRole } from '#shared/tenancy/roles.ts';
import type { Membership } from './membership.ts';

/** Who a person is and under which memberships they may act. */
export const describeMe = (
  personId: string,
  memberships: readonly Membership[],
  nodes: readonly { readonly id: TenantId; readonly name: string; readonly suspendedAt?: string }[],
): MeView => ({
  person: { id: personId, name: memberships[0]?.name ?? personId },
  memberships: memberships.map(({ id, tenant, organisation, roles }) => {
    const node = nodes.find((one) => one.id === tenant);
    return {
      id,
      tenant,
      tenantName: node?.name ?? tenant,
      organisation,
      roles: [...roles],
      roleLabels: roles.map((role) => (isRoleId(role) ? labelOfRole(role) : role)),
      ...(node?.suspendedAt === undefined ? {} : { suspendedAt: node.suspendedAt }),
    };
  }),
});
