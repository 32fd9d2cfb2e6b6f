import type { Actor } from '#shared/kernel/actor.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';

/** Who did something, by ids. */
export interface Doer {
  readonly personId: string;
  readonly membershipId: string;
}

/** A matter that one proposes and another confirms. */
export interface TwoPersonsMatter {
  readonly reason: string;
  readonly proposedBy: Doer;
  readonly proposedAt: string;
  readonly state: 'open' | 'confirmed' | 'refused' | 'withdrawn';
  readonly closedBy?: Doer;
  readonly closedAt?: string;
  readonly closingReason?: string;
  readonly version: number;
}

export type Verdict =
  | { readonly verdict: 'confirm' }
  | { readonly verdict: 'refuse'; readonly reason?: string | undefined };

const closedWords = { confirmed: '确认', refused: '退回', withdrawn: '撤回' } as const;

export const doerOf = ({ personId, membershipId }: Actor): Doer => ({ personId, membershipId });

/** Why nothing can be done with a matter any more; undefined while it is open. */
export const closedAlready = ({ state }: TwoPersonsMatter): Refusal | undefined =>
  state === 'open'
    ? undefined
    : { code: 'grant-moved', detail: `此事项已${closedWords[state]}，请刷新后查看。` };

/** The security administrator alone decides, and never over what they proposed. */
export const mayDecide = (matter: TwoPersonsMatter, actor: Actor): Refusal | undefined => {
  if (!actor.roles.includes('security.admin'))
    return { code: 'not-allowed', detail: '系统管理员提出的变更由安全管理员确认。' };
  return matter.proposedBy.personId === actor.personId
    ? { code: 'own-grant', detail: '提出人不能自己确认，请由另一位安全管理员办理。' }
    : undefined;
};

/** Why a verdict cannot stand as it was given. */
export const objectionToVerdict = (verdict: Verdict): Refusal | undefined =>
  verdict.verdict === 'refuse' && verdict.reason === undefined
    ? {
        code: 'grant-invalid',
        detail: '退回时请写明原因。',
        errors: [{ pointer: '/reason', code: 'required', message: '请写明退回原因。' }],
      }
    : undefined;

/** The matter with its end. */
export const closed = <M extends TwoPersonsMatter>(
  matter: M,
  state: Exclude<TwoPersonsMatter['state'], 'open'>,
  actor: Actor,
  at: string,
  reason?: string,
): M => ({
  ...matter,
  state,
  closedBy: doerOf(actor),
  closedAt: at,
  ...(reason === undefined ? {} : { closingReason: reason }),
  version: matter.version + 1,
});
