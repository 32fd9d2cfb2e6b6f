import type { Actor } from './actor.ts';
import { cityOf, isCityTenant, isTenantId, nodeOf, type TenantId } from './tenant.ts';

export const holdsRoleOf = (actor: Pick<Actor, 'roles'>, ...prefixes: readonly string[]): boolean =>
  actor.roles.some((role) => prefixes.some((prefix) => role.startsWith(prefix)));

export const isOfDepartment = (actor: Pick<Actor, 'roles'>): boolean => holdsRoleOf(actor, 'department.');

/**
 * Who looks at what a tenant's departments have and owe: its own cloud and audit roles, and the city's cloud roles
 * (yc-cloud-6-1).
 */
export const looksInto = (actor: Pick<Actor, 'tenant' | 'roles'>, tenant: TenantId): boolean =>
  actor.tenant === tenant
    ? holdsRoleOf(actor, 'county.', 'city.cloud.', 'audit.')
    : isCityTenant(actor.tenant) &&
      cityOf(actor.tenant) === cityOf(tenant) &&
      holdsRoleOf(actor, 'city.cloud.');

/**
 * Where something lies whose id begins with its node, as far as this actor reaches: in their own tenant, or for the
 * city's people in any county of it.
 */
export const reachedTenant = (actor: Pick<Actor, 'tenant'>, id: string): TenantId | undefined => {
  const tenant = `${cityOf(actor.tenant)}/${id.slice(0, id.indexOf('.'))}`;
  if (!isTenantId(tenant)) return undefined;
  return tenant === actor.tenant || (isCityTenant(actor.tenant) && nodeOf(tenant) !== '_city')
    ? tenant
    : undefined;
};
