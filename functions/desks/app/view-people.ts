import { isRoleId, labelOfRole } from '#shared/tenancy/roles.ts';
import type { Party } from '../domain/delegation.ts';

export const roleLabels = (roles: readonly string[]): string =>
  roles.map((role) => (isRoleId(role) ? labelOfRole(role) : role)).join('、');

export const memberView = ({ membershipId, name, organisation }: Omit<Party, 'personId'>) => ({
  membership: membershipId,
  name,
  organisation,
});
