import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { isCityTenant, isTenantId, nodeOf, type TenantId } from '#shared/kernel/tenant.ts';
import { looksInto } from '../domain/who-may.ts';
import type { CaseLists } from './list-ports.ts';
import type { CaseRef } from './ports.ts';
import type { TenantNames } from './view-labels.ts';

/** The time-ordered part of a case id, by which lists of several counties are merged. */
export const orderOf = (caseId: string): string => caseId.slice(caseId.indexOf('.') + 1);

/** Cases newest first, older than a place in the order of time; fewer than `limit` only at the end. */
export type CaseSource = (after: string | undefined, limit: number) => Promise<readonly CaseRef[]>;

const none: CaseSource = async () => [];

/** The nodes of the actor's city into which their roles let them look. */
export const tenantsInSight = (actor: Actor, nodes: TenantNames): readonly TenantId[] =>
  isCityTenant(actor.tenant)
    ? [...nodes.keys()].filter((id) => looksInto(actor, id))
    : looksInto(actor, actor.tenant)
      ? [actor.tenant]
      : [];

const placeIn = (tenant: TenantId, after: string | undefined): string | undefined =>
  after === undefined ? undefined : `${nodeOf(tenant)}.${after}`;

/** Several tenants as one list: a page of ids from each, and of these the newest; its cost grows with the tenants only. */
const ofTenants =
  (lists: CaseLists, wanted: readonly TenantId[]): CaseSource =>
  async (after, limit) => {
    const pages = await Promise.all(
      wanted.map(async (tenant) =>
        (await lists.listByTenant(tenant, placeIn(tenant, after), limit)).map((caseId) => ({
          tenant,
          caseId,
        })),
      ),
    );
    return pages
      .flat()
      .sort((a, b) => (orderOf(a.caseId) < orderOf(b.caseId) ? 1 : -1))
      .slice(0, limit);
  };

const ofOrganisation =
  (lists: CaseLists, { tenant, organisation }: Pick<Actor, 'tenant' | 'organisation'>): CaseSource =>
  async (after, limit) =>
    (await lists.listByOrganisation(tenant, organisation.id, placeIn(tenant, after), limit)).map(
      (caseId) => ({
        tenant,
        caseId,
      }),
    );

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
    return accept(ofOrganisation(lists, actor));
  const inSight = tenantsInSight(actor, nodes).filter((tenant) => wanted === undefined || tenant === wanted);
  return accept(inSight.length === 0 ? none : ofTenants(lists, inSight));
};
