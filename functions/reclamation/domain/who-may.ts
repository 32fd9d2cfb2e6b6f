import type { Actor } from '#shared/kernel/actor.ts';
import { isOfDepartment } from '#shared/kernel/actor-reach.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import type { Authority, Doer } from './reclamation-state.ts';

interface Concerned {
  readonly tenant: TenantId;
  readonly organisation: { readonly id: string };
}

const holdsOne = ({ roles }: Pick<Actor, 'roles'>, wanted: readonly string[]): boolean =>
  wanted.some((role) => roles.includes(role));

export const doerOf = ({ tenant, membershipId }: Pick<Actor, 'tenant' | 'membershipId'>): Doer => ({
  tenant,
  membership: membershipId,
});

/** The department whose resources they are. */
export const isDepartment = (actor: Actor, { tenant, organisation }: Concerned): boolean =>
  actor.tenant === tenant && actor.organisation.id === organisation.id && isOfDepartment(actor);

/** Resources of a county's pool are its authority's where the rules say so, all others the city's (yc-cloud-19-9). */
export const authorityFor = (
  pools: readonly ('cityPool' | 'countyPool' | 'dedicatedDomain')[],
  tenant: TenantId,
  { countyPool }: Pick<ReclamationRules, 'countyPool'>,
): Authority =>
  countyPool.value === 'county' &&
  !isCityTenant(tenant) &&
  pools.length > 0 &&
  pools.every((pool) => pool === 'countyPool')
    ? 'county'
    : 'city';

export const isAuthority = (
  actor: Actor,
  tenant: TenantId,
  authority: Authority,
  rules: Pick<ReclamationRules, 'cityDecides' | 'countyDecides'>,
): boolean =>
  authority === 'county'
    ? actor.tenant === tenant && holdsOne(actor, rules.countyDecides.value)
    : isCityTenant(actor.tenant) &&
      cityOf(actor.tenant) === cityOf(tenant) &&
      holdsOne(actor, rules.cityDecides.value);
