import type { Actor } from '#shared/kernel/actor.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { InformationSystem } from './resource.ts';

const hasRoleOf = (actor: Pick<Actor, 'roles'>, ...prefixes: readonly string[]): boolean =>
  actor.roles.some((role) => prefixes.some((prefix) => role.startsWith(prefix)));

export const isOfDepartment = (actor: Pick<Actor, 'roles'>): boolean => hasRoleOf(actor, 'department.');

/** Who looks at what a tenant has: its own county roles and auditors, and the city's cloud roles (yc-cloud-6-1). */
export const looksInto = (actor: Pick<Actor, 'tenant' | 'roles'>, tenant: TenantId): boolean =>
  actor.tenant === tenant
    ? hasRoleOf(actor, 'county.', 'city.cloud.', 'audit.')
    : isCityTenant(actor.tenant) &&
      cityOf(actor.tenant) === cityOf(tenant) &&
      hasRoleOf(actor, 'city.cloud.');

/** A department sees its own systems only (yc-cloud-4-4). */
export const maySee = (
  actor: Actor,
  { tenant, organisation }: Pick<InformationSystem, 'tenant' | 'organisation'>,
): boolean =>
  isOfDepartment(actor)
    ? actor.tenant === tenant && actor.organisation.id === organisation.id
    : looksInto(actor, tenant);
