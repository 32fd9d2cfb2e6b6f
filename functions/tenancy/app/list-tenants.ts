import type { TenantList } from '#shared/contracts/tenants.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import type { AdministrationServices } from './administration-ports.ts';

/** The nodes of the actor's city; no other city is named to anybody. */
export const listTenants = async (
  { nodesOf }: Pick<AdministrationServices, 'nodesOf'>,
  actor: Pick<Actor, 'tenant'>,
): Promise<TenantList> => ({
  items: (await nodesOf(cityOf(actor.tenant))).map(({ place: _place, ...node }) => node),
});
