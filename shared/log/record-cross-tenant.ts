import type { Actor } from '#shared/kernel/actor.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { log } from './log.ts';

/** 跨租户访问记录: a look or an act of a city's people in a county, by ids; `caseId` names the one matter, where it is one. */
export const recordCrossTenant = (
  actor: Pick<Actor, 'tenant' | 'personId' | 'membershipId'>,
  { tenant, caseId }: { readonly tenant: TenantId; readonly caseId?: string },
  operation: string,
): void => {
  if (actor.tenant === tenant) return;
  const { personId: person, membershipId: membership } = actor;
  log.info('access.cross-tenant', { operation, person, membership, tenant, caseId });
};
