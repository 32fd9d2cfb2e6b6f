import type { Actor } from '#shared/kernel/actor.ts';
import { holdsRoleOf, looksInto } from '#shared/kernel/actor-reach.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import type { ConfirmingParty, ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import type { Doer, Order } from './order-state.ts';

export const doerOf = ({ tenant, membershipId }: Pick<Actor, 'tenant' | 'membershipId'>): Doer => ({
  tenant,
  membership: membershipId,
});

/** The department whose resources they are. */
export const isDepartment = (
  actor: Actor,
  { tenant, organisation }: Pick<Order, 'tenant' | 'organisation'>,
): boolean =>
  actor.tenant === tenant && actor.organisation.id === organisation.id && holdsRoleOf(actor, 'department.');

/** Who sees an order; everybody else is told that there is none. The provider sees its work orders instead. */
export const maySee = (actor: Actor, order: Order): boolean =>
  isDepartment(actor, order) || looksInto(actor, order.tenant);

/** Who plans batches: the roles of the rules, in the city's own node. */
export const runsOpening = (
  actor: Pick<Actor, 'tenant' | 'roles'>,
  { runs }: Pick<ProvisioningRules, 'runs'>,
): boolean => isCityTenant(actor.tenant) && runs.value.some((role) => actor.roles.includes(role));

/** For which party the actor speaks in 三方确认; the provider does by its work order. */
export const partyOf = (
  actor: Actor,
  order: Order,
  rules: Pick<ProvisioningRules, 'runs'>,
): ConfirmingParty | undefined => {
  if (
    isDepartment(actor, order) &&
    holdsRoleOf(actor, 'department.clerk', 'department.cdo', 'department.head')
  )
    return 'department';
  return runsOpening(actor, rules) && cityOf(actor.tenant) === cityOf(order.tenant) ? 'operator' : undefined;
};
