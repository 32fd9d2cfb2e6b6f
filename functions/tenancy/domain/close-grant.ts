import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { applyChange } from './apply-change.ts';
import { checkChange, type TenantFacts } from './check-change.ts';
import { type Grant, maskChange } from './grant.ts';
import type { Membership } from './membership.ts';

export type Verdict =
  | { readonly verdict: 'confirm' }
  | { readonly verdict: 'refuse'; readonly reason?: string | undefined };

/** A grant that has been closed, and the membership that came of it. */
export interface Closing {
  readonly grant: Grant;
  readonly membership?: Membership;
}

const closedWords = { confirmed: '确认', refused: '退回', withdrawn: '撤回' } as const;

/** Why nothing can be done with a grant any more; undefined while it is open. */
const closedAlready = ({ state }: Grant): Refusal | undefined =>
  state === 'open'
    ? undefined
    : { code: 'grant-moved', detail: `此事项已${closedWords[state]}，请刷新后查看。` };

const close = (grant: Grant, state: Grant['state'], actor: Actor, at: string, reason?: string): Grant => ({
  ...grant,
  change: maskChange(grant.change),
  state,
  closedBy: { personId: actor.personId, membershipId: actor.membershipId },
  closedAt: at,
  ...(reason === undefined ? {} : { closingReason: reason }),
  version: grant.version + 1,
});

/** The security administrator alone decides, never over what they proposed and never over themselves. */
const mayDecide = (grant: Grant, actor: Actor): Refusal | undefined => {
  if (!actor.roles.includes('security.admin'))
    return { code: 'not-allowed', detail: '人员和岗位的变更由安全管理员确认。' };
  if (grant.proposedBy.personId === actor.personId)
    return { code: 'own-grant', detail: '提出人不能自己确认，请由另一位安全管理员办理。' };
  return grant.subject.personId === actor.personId
    ? { code: 'own-grant', detail: '不能确认涉及本人的变更，请由另一位安全管理员办理。' }
    : undefined;
};

/** 确认或退回. `current`: the membership as it stands now; undefined for a new person. */
export const decideGrant = (
  grant: Grant,
  verdict: Verdict,
  current: Membership | undefined,
  actor: Actor,
  facts: TenantFacts,
  at: string,
): Result<Closing, Refusal> => {
  const refusal = mayDecide(grant, actor) ?? closedAlready(grant);
  if (refusal) return refuse(refusal);
  if (verdict.verdict === 'refuse') return refuseGrant(grant, verdict.reason, actor, at);
  if (current?.grantsVersion !== grant.before?.grantsVersion)
    return refuse({
      code: 'grant-outdated',
      detail: '提出之后此人的岗位已有变更，请退回，由系统管理员按现状重新提出。',
    });
  const membership = applyChange(grant, current, at);
  const wrong = checkChange({ before: current, after: membership, change: grant.change }, facts);
  return wrong ? refuse(wrong) : accept({ grant: close(grant, 'confirmed', actor, at), membership });
};

const refuseGrant = (
  grant: Grant,
  reason: string | undefined,
  actor: Actor,
  at: string,
): Result<Closing, Refusal> =>
  reason === undefined
    ? refuse({
        code: 'grant-invalid',
        detail: '退回时请写明原因。',
        errors: [{ pointer: '/reason', code: 'required', message: '请写明退回原因。' }],
      })
    : accept({ grant: close(grant, 'refused', actor, at, reason) });

/** 撤回, by whoever proposed it and still is tenant administrator. */
export const withdrawGrant = (grant: Grant, actor: Actor, at: string): Result<Closing, Refusal> => {
  if (!actor.roles.includes('tenant.admin') || grant.proposedBy.personId !== actor.personId)
    return refuse({ code: 'not-allowed', detail: '只有提出人可以撤回。' });
  const closed = closedAlready(grant);
  return closed ? refuse(closed) : accept({ grant: close(grant, 'withdrawn', actor, at) });
};
