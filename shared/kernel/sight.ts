import type { Actor } from './actor.ts';
import { isOfDepartment, looksInto } from './actor-reach.ts';
import type { Refusal } from './refusal.ts';
import { accept, type Result, refuse } from './result.ts';
import { isCityTenant, isTenantId, type TenantId } from './tenant.ts';

/** How far somebody looks in a list: these tenants, and of them one department where they belong to it. */
export interface Sight {
  readonly tenants: readonly TenantId[];
  readonly organisation?: string;
  readonly names: ReadonlyMap<TenantId, string>;
}

/** Whether everything of a tenant is listed for the actor. */
export type Looks = (actor: Actor, tenant: TenantId) => boolean;

/** The nodes of the actor's city into which their roles let them look. */
export const tenantsInSight = (
  actor: Actor,
  names: Sight['names'],
  looks: Looks = looksInto,
): readonly TenantId[] =>
  (isCityTenant(actor.tenant) ? [...names.keys()] : [actor.tenant]).filter((id) => looks(actor, id));

/**
 * A department's own tenant, a county's, or for the city's people those of its nodes that they look into; only the one that
 * they name. Refused as unknown when they name a tenant that is not theirs to see.
 */
export const sightOf = (
  actor: Actor,
  names: Sight['names'],
  wanted: string | undefined,
  looks: Looks = looksInto,
): Result<Sight, Refusal> => {
  const own = wanted === undefined || wanted === actor.tenant;
  if (!own && !(isTenantId(wanted) && names.has(wanted) && looks(actor, wanted)))
    return refuse({ code: 'not-found', detail: '没有这个单位，或您无权查看。' });
  if (isOfDepartment(actor))
    return accept({ tenants: [actor.tenant], organisation: actor.organisation.id, names });
  return accept({
    tenants: tenantsInSight(actor, names, looks).filter((id) => wanted === undefined || id === wanted),
    names,
  });
};

/** The names of a city's nodes, as lists tell them. */
export const nodeNames = (
  nodes: readonly { readonly id: TenantId; readonly name: string }[],
): Sight['names'] => new Map(nodes.map(({ id, name }) => [id, name]));
