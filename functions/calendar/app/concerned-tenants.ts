import { cityOf } from '#shared/kernel/tenant.ts';
import { type Tenant, tenants } from '#shared/tenancy/cities.ts';

/** The tenants whose cases a notice may concern: one county for its closure, else all nodes of the city. */
export const concernedTenants = (city: string, scope: string | undefined): readonly Tenant[] =>
  tenants.filter(({ id }) => cityOf(id) === city && (scope === undefined || scope === city || scope === id));
