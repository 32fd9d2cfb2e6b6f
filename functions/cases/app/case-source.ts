import type { Actor } from '#shared/kernel/actor.ts';
import { holdsRoleOf } from '#shared/kernel/actor-reach.ts';
import { type IdsOf, newestOf } from '#shared/kernel/newest-of.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { sightOf } from '#shared/kernel/sight.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { CaseLists } from './list-ports.ts';
import type { CaseRef } from './ports.ts';
import type { TenantNames } from './view-labels.ts';

/** Cases newest first, older than a place in the order of time; fewer than `limit` only at the end. */
export type CaseSource = (after: string | undefined, limit: number) => Promise<readonly CaseRef[]>;

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
  const sight = sightOf(actor, nodes, wanted);
  if (!sight.ok) return sight;
  const { tenants, organisation = holdsRoleOf(actor, 'provider.') ? actor.organisation.id : undefined } =
    sight.value;
  return accept(
    organisation === undefined
      ? sourceOf(tenants, lists.listByTenant)
      : sourceOf([actor.tenant], (tenant, after, limit) =>
          lists.listByOrganisation(tenant, organisation, after, limit),
        ),
  );
};
