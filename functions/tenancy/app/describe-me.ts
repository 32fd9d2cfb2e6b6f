import type { MeView } from '#shared/contracts/me.ts';
import { tenants } from '#shared/tenancy/cities.ts';
import { isRoleId, labelOfRole } from '#shared/tenancy/roles.ts';
import type { Membership } from './membership.ts';

/** Who a person is and under which memberships they may act. */
export const describeMe = (personId: string, memberships: readonly Membership[]): MeView => ({
  person: { id: personId, name: memberships[0]?.name ?? personId },
  memberships: memberships.map(({ id, tenant, organisation, roles }) => ({
    id,
    tenant,
    tenantName: tenants.find((node) => node.id === tenant)?.name ?? tenant,
    organisation,
    roles: [...roles],
    roleLabels: roles.map((role) => (isRoleId(role) ? labelOfRole(role) : role)),
  })),
});
