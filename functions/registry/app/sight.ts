import type { Actor } from '#shared/kernel/actor.ts';
import { isOfDepartment, looksInto } from '#shared/kernel/actor-reach.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { cityOf, isCityTenant, isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import type { RegistryServices } from './services.ts';

/** How far somebody looks: these tenants, and of them one department where they belong to it. */
export interface Sight {
  readonly tenants: readonly TenantId[];
  readonly organisation?: string;
  readonly names: ReadonlyMap<TenantId, string>;
}

/** Refused as unknown when they name a tenant that is not theirs to see. */
export const sightOf = async (
  { references }: RegistryServices,
  actor: Actor,
  wanted: string | undefined,
): Promise<Result<Sight, Refusal>> => {
  const nodes = await references.nodesOf(cityOf(actor.tenant));
  const names = new Map(nodes.map(({ id, name }) => [id, name]));
  const own = wanted === undefined || wanted === actor.tenant;
  if (!own && !(isTenantId(wanted) && names.has(wanted) && looksInto(actor, wanted)))
    return refuse({ code: 'not-found', detail: '没有这个单位，或您无权查看。' });
  if (isOfDepartment(actor))
    return accept({ tenants: [actor.tenant], organisation: actor.organisation.id, names });
  const reachable = isCityTenant(actor.tenant) ? [...names.keys()] : [actor.tenant];
  return accept({
    tenants: reachable.filter((id) => looksInto(actor, id) && (wanted === undefined || id === wanted)),
    names,
  });
};
