import type { Actor } from '#shared/kernel/actor.ts';
import { looksInto } from '#shared/kernel/actor-reach.ts';
import { type IdsOf, newestOf } from '#shared/kernel/newest-of.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { isCityTenant, isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import type { CaseLists } from './list-ports.ts';
import type { CaseRef } from './ports.ts';
import type { TenantNames } from './view-labels.ts';

/** Cases newest first, older than a place in the order of time; fewer than `limit` only at the end. */
export type CaseSource = (after: string | undefined, limit: number) => Promise<readonly CaseRef[]>;

/** The nodes of the actor's city into which their roles let them look. */
export const tenantsInSight = (actor: Actor, nodes: TenantNames): readonly TenantId[] =>
  isCityTenant(actor.tenant)
    ? [...nodes.keys()].filter((id) => looksInto(actor, id))
    : looksInto(actor, actor.tenant)
      ? [actor.tenant]
      : [];

const sourceOf =
  (tenants: readonly TenantId[], idsOf: IdsOf): CaseSource =>
  async (after, limit) =>
    (await newestOf(tenants, idsOf, after, limit)).map(({ tenant, id }) => ({ tenant, caseId: id }));

/**
 * Where the actor's list of cases comes from: a department's own, a county's, or for city roles a named county's or
 * every county's. Refused as unknown when they name a tenant that is not theirs to see.
 */
export const caseSourceFor = (
  lists: CaseLists,
  actor: Actor,
  nodes: TenantNames,
  wanted: string | undefined,
): Result<CaseSource, Refusal> => {
  const own = wanted === undefined || wanted === actor.tenant;
  if (!own && !(isTenantId(wanted) && looksInto(actor, wanted)))
    return refuse({ code: 'not-found', detail: '没有这个单位，或您无权查看。' });
  if (actor.roles.some((role) => /^(department|provider)\./.test(role)))
    return accept(
      sourceOf([actor.tenant], (tenant, after, limit) =>
        lists.listByOrganisation(tenant, actor.organisation.id, after, limit),
      ),
    );
  const inSight = tenantsInSight(actor, nodes).filter((tenant) => wanted === undefined || tenant === wanted);
  return accept(sourceOf(inSight, lists.listByTenant));
};
