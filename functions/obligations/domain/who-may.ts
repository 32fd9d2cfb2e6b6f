import type { Actor } from '#shared/kernel/actor.ts';
import { isOfDepartment, looksInto } from '#shared/kernel/actor-reach.ts';
import { cityOf, isCityTenant, type TenantId } from '#shared/kernel/tenant.ts';
import type { ObligationRules } from '#shared/regulation/obligation-spec.ts';
import type { Doer, Obligation } from './obligation-state.ts';

export const doerOf = ({ tenant, membershipId }: Pick<Actor, 'tenant' | 'membershipId'>): Doer => ({
  tenant,
  membership: membershipId,
});

/** The department that owes it. */
export const owes = (
  actor: Actor,
  { tenant, organisation }: Pick<Obligation, 'tenant' | 'organisation'>,
): boolean => isOfDepartment(actor) && actor.tenant === tenant && actor.organisation.id === organisation.id;

export const maySee = (actor: Actor, obligation: Pick<Obligation, 'tenant' | 'organisation'>): boolean =>
  owes(actor, obligation) || looksInto(actor, obligation.tenant);

/** Who judges: the roles of the rules, at the city's own node. */
export const judges = (
  actor: Pick<Actor, 'tenant' | 'roles'>,
  tenant: TenantId,
  rules: Pick<ObligationRules, 'judges'>,
): boolean =>
  isCityTenant(actor.tenant) &&
  cityOf(actor.tenant) === cityOf(tenant) &&
  rules.judges.value.some((role) => actor.roles.includes(role));
