import type { Actor } from '#shared/kernel/actor.ts';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import type { ConfirmingParty, ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import type { Doer, Order } from './order-state.ts';

const hasRoleOf = (actor: Pick<Actor, 'roles'>, ...prefixes: readonly string[]): boolean =>
  actor.roles.some((role) => prefixes.some((prefix) => role.startsWith(prefix)));

export const doerOf = ({ tenant, membershipId }: Pick<Actor, 'tenant' | 'membershipId'>): Doer => ({
  tenant,
  membership: membershipId,
});

/** The department whose resources they are. */
export const isDepartment = (
  actor: Actor,
  { tenant, organisation }: Pick<Order, 'tenant' | 'organisation'>,
): boolean =>
  actor.tenant === tenant && actor.organisation.id === organisation.id && hasRoleOf(actor, 'department.');

/** Who looks at the orders of a tenant: its own cloud and audit roles, and the city's cloud roles. */
export const looksInto = (actor: Actor, tenant: Order['tenant']): boolean =>
  actor.tenant === tenant
    ? hasRoleOf(actor, 'county.', 'city.cloud.', 'audit.')
    : isCityTenant(actor.tenant) &&
      cityOf(actor.tenant) === cityOf(tenant) &&
      hasRoleOf(actor, 'city.cloud.');

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
  if (isDepartment(actor, order) && hasRoleOf(actor, 'department.clerk', 'department.cdo', 'department.head'))
    return 'department';
  return runsOpening(actor, rules) && cityOf(actor.tenant) === cityOf(order.tenant) ? 'operator' : undefined;
};
