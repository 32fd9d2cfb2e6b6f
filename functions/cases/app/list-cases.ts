import type { CaseSummary } from '#shared/contracts/cases.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { decodeCursor, encodeCursor } from '#shared/kernel/page-cursor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { isTenantId, type TenantId } from '#shared/kernel/tenant.ts';
import { looksInto, maySee } from '../domain/who-may.ts';
import { recordCrossTenantRead } from './find-case.ts';
import type { CaseServices } from './services.ts';
import { summaryOf } from './view-labels.ts';

export interface CaseQuery {
  readonly tenant?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

const defaultLimit = 20;

const tenantFor = (actor: Actor, wanted: string | undefined): Result<TenantId, Refusal> => {
  if (wanted === undefined || wanted === actor.tenant) return accept(actor.tenant);
  return isTenantId(wanted) && looksInto(actor, wanted)
    ? accept(wanted)
    : refuse({ code: 'not-found', detail: '没有这个单位，或您无权查看。' });
};

/** 办件列表, newest first: a department's own, a county's submitted ones, or for city roles those of a named county. */
export const listCases = async (
  services: CaseServices,
  actor: Actor,
  query: CaseQuery,
): Promise<Result<{ items: CaseSummary[]; nextCursor?: string }, Refusal>> => {
  const tenant = tenantFor(actor, query.tenant);
  if (!tenant.ok) return tenant;
  const from = decodeCursor(query.cursor);
  if (!from.ok) return from;
  const after = from.value['after'];
  const limit = query.limit ?? defaultLimit;
  const departmental = actor.roles.some((role) => role.startsWith('department.'));
  if (!departmental && !looksInto(actor, tenant.value)) return accept({ items: [] });
  const page = departmental
    ? await services.lists.listByOrganisation(actor.tenant, actor.organisation.id, after, limit)
    : await services.lists.listByTenant(tenant.value, after, limit);
  const seen = page.items.filter((state) => maySee(actor, state));
  for (const { caseId } of seen) recordCrossTenantRead(actor, { tenant: tenant.value, caseId }, 'listCases');
  return accept({
    items: seen.map(summaryOf),
    ...(page.next === undefined ? {} : { nextCursor: encodeCursor({ after: page.next }) }),
  });
};
