import type { RoleView } from '#shared/contracts/people.ts';
import type { OfferedRoles } from '#shared/tenancy/offered-roles.ts';
import { isRoleId, labelOfRole, roleConflict } from '#shared/tenancy/roles.ts';
import type { RoleBook } from '../domain/check-change.ts';

/** What people call a role. */
export const labelOf = (role: string): string => (isRoleId(role) ? labelOfRole(role) : role);

/** Why one person may not hold these roles together (Chinese), or undefined when they may. */
export const conflictOf = (roles: readonly string[]): string | undefined =>
  roleConflict([...new Set(roles)].filter(isRoleId));

export const viewRoles = (roles: readonly string[]): RoleView[] =>
  roles.map((id) => ({ id, label: labelOf(id) }));

/** The roles of the platform as a tenant may grant them. */
export const roleBookOf = (offered: readonly OfferedRoles[]): RoleBook => ({
  offeredIn: (organisationId) => offered.find(({ id }) => id === organisationId)?.roles,
  conflictOf,
  labelOf,
});

/** Posts as a sentence names them. */
export const rolesSaid = (roles: readonly string[]): string =>
  viewRoles(roles)
    .map(({ label }) => label)
    .join('、');
