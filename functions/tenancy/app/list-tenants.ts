import type { TenantList } from '#shared/contracts/tenants.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { tenants } from '#shared/tenancy/cities.ts';

/** The nodes of the actor's city; no other city is named to anybody. */
export const listTenants = (actor: Pick<Actor, 'tenant'>): TenantList => ({
  items: tenants
    .filter(({ city }) => city === cityOf(actor.tenant))
    .map(({ id, level, name, authority }) => ({ id, level, name, authority })),
});
