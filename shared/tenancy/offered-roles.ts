import { isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { Organisation, OrganisationKind } from './organisations.ts';
import { type RoleId, type RoleLevel, roles } from './roles.ts';

/** Levels of the roles that an organisation of each kind may give its people, in a county and in a city's own node. */
const levels: Readonly<Record<'county' | 'city', Readonly<Record<OrganisationKind, readonly RoleLevel[]>>>> =
  {
    county: {
      authority: ['department', 'county', 'independent', 'administration'],
      department: ['department'],
      operator: [],
      finance: [],
      provider: ['provider'],
    },
    city: {
      authority: ['department', 'city', 'independent', 'administration'],
      operator: ['city'],
      finance: ['city'],
      department: ['department'],
      provider: ['provider'],
    },
  };

/** An organisation of a tenant, with what its people may be. */
export interface OfferedRoles {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly RoleId[];
}

/** Every organisation of a tenant with the roles that may be granted there: none of another level is among them. */
export const offeredRoles = (
  tenant: TenantId,
  organisations: readonly Pick<Organisation, 'id' | 'name' | 'kind'>[],
): readonly OfferedRoles[] =>
  organisations.map(({ id, name, kind }) => {
    const offered = levels[isCityTenant(tenant) ? 'city' : 'county'][kind];
    return { id, name, roles: roles.filter(({ level }) => offered.includes(level)).map((role) => role.id) };
  });
