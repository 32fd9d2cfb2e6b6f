import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { applyChange } from './apply-change.ts';
import { checkChange, type TenantFacts } from './check-change.ts';
import type { Grant, GrantChange, GrantSubject } from './grant.ts';
import type { Membership } from './membership.ts';

export interface Proposal {
  readonly id: string;
  readonly subject: GrantSubject;
  readonly change: GrantChange;
  readonly reason: string;
}

/** Only the tenant administrator proposes, and never for themselves. */
export const proposeGrant = (
  { id, subject, change, reason }: Proposal,
  before: Membership | undefined,
  actor: Actor,
  facts: TenantFacts,
  at: string,
): Result<Grant, Refusal> => {
  if (!actor.roles.includes('tenant.admin'))
    return refuse({ code: 'not-allowed', detail: '人员和岗位的变更由系统管理员提出。' });
  if (subject.personId === actor.personId)
    return refuse({ code: 'own-grant', detail: '请由本级另一位系统管理员提出。' });
  const { tenant } = actor;
  const after = applyChange({ tenant, subject, change }, before, at);
  const refusal = checkChange({ before, after, change }, facts);
  if (refusal) return refuse(refusal);
  return accept({
    id,
    tenant,
    subject,
    change,
    ...(before
      ? { before: { roles: before.roles, state: before.state, grantsVersion: before.grantsVersion } }
      : {}),
    reason,
    proposedBy: { personId: actor.personId, membershipId: actor.membershipId },
    proposedAt: at,
    state: 'open',
    version: 1,
  });
};
