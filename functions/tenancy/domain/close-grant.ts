import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { applyChange } from './apply-change.ts';
import { checkChange, type TenantFacts } from './check-change.ts';
import { type Grant, maskChange } from './grant.ts';
import type { Membership } from './membership.ts';
import { closed, closedAlready, mayDecide, objectionToVerdict, type Verdict } from './two-persons.ts';

/** A grant that has been closed, and the membership that came of it. */
export interface Closing {
  readonly grant: Grant;
  readonly membership?: Membership;
}

const masked = (grant: Grant): Grant => ({ ...grant, change: maskChange(grant.change) });

const own = (grant: Grant, actor: Actor): Refusal | undefined =>
  grant.subject.personId === actor.personId
    ? { code: 'own-grant', detail: '不能确认涉及本人的变更，请由另一位安全管理员办理。' }
    : undefined;

/** 确认或退回. `current`: the membership as it stands now; undefined for a new person. */
export const decideGrant = (
  grant: Grant,
  verdict: Verdict,
  current: Membership | undefined,
  actor: Actor,
  facts: TenantFacts,
  at: string,
): Result<Closing, Refusal> => {
  const refusal =
    mayDecide(grant, actor) ?? own(grant, actor) ?? closedAlready(grant) ?? objectionToVerdict(verdict);
  if (refusal) return refuse(refusal);
  if (verdict.verdict === 'refuse')
    return accept({ grant: closed(masked(grant), 'refused', actor, at, verdict.reason) });
  if (current?.grantsVersion !== grant.before?.grantsVersion)
    return refuse({
      code: 'grant-outdated',
      detail: '提出之后此人的岗位已有变更，请退回，由系统管理员按现状重新提出。',
    });
  const membership = applyChange(grant, current, at);
  const wrong = checkChange({ before: current, after: membership, change: grant.change }, facts);
  return wrong ? refuse(wrong) : accept({ grant: closed(masked(grant), 'confirmed', actor, at), membership });
};

/** 撤回, by whoever proposed it and still is tenant administrator. */
export const withdrawGrant = (grant: Grant, actor: Actor, at: string): Result<Closing, Refusal> => {
  if (!actor.roles.includes('tenant.admin') || grant.proposedBy.personId !== actor.personId)
    return refuse({ code: 'not-allowed', detail: '只有提出人可以撤回。' });
  const refusal = closedAlready(grant);
  return refusal ? refuse(refusal) : accept({ grant: closed(masked(grant), 'withdrawn', actor, at) });
};
