import type { ReclamationActBody } from '#shared/contracts/reclamation.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { type Result, refuse } from '#shared/kernel/result.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { acknowledge, confirmErasure, restore, revokeCertificate } from './act-on-reclamation.ts';
import type { ReclamationEvent } from './reclamation-events.ts';
import type { Reclamation } from './reclamation-state.ts';
import { doerOf, isAuthority, isDepartment } from './who-may.ts';

const notYours = (detail: string) => refuse<Refusal>({ code: 'not-allowed', detail });

const closed = refuse<Refusal>({
  code: 'reclamation-not-now',
  detail: '这个信息系统的关停申请已经批准，资源不再恢复使用。',
});

export interface ReclaimCircumstances {
  readonly rules: ReclamationRules;
  /** In Shanghai. */
  readonly today: LocalDate;
  /** 关停 of the system is approved. */
  readonly closing: boolean;
}

/** What an act of the actor brings about, or why it is not theirs now. */
export const decideReclamation = (
  actor: Actor,
  state: Reclamation,
  body: ReclamationActBody,
  { rules, today, closing }: ReclaimCircumstances,
): Result<readonly ReclamationEvent[], Refusal> => {
  const by = doerOf(actor);
  const department = isDepartment(actor, state);
  const authority = isAuthority(actor, state.tenant, state.authority, rules);
  switch (body.kind) {
    case 'acknowledge':
      return department
        ? acknowledge(state, by, body.archived ?? [], rules, today)
        : notYours('数据责任由使用部门确认。');
    case 'confirmErasure':
      return department
        ? confirmErasure(state, by, body.note, rules)
        : notYours('数据清除由使用部门和云服务商双方确认。');
    case 'restore':
      if (!authority) return notYours('恢复使用由作出决定的主管部门办理。');
      return closing ? closed : restore(state, by, body.reason, today);
    case 'revoke':
      return authority ? revokeCertificate(state, by, body.reason) : notYours('证明由主管部门撤销。');
  }
};

/** Each act with nothing in it that only its writer can know. */
const bare: readonly ReclamationActBody[] = [
  { kind: 'acknowledge' },
  { kind: 'confirmErasure', note: '' },
  { kind: 'restore', reason: '' },
  { kind: 'revoke', reason: '' },
];

/** What of a reclamation is the actor's to do now: exactly what the door would let through. */
export const mayOnReclamation = (
  actor: Actor,
  state: Reclamation,
  circumstances: ReclaimCircumstances,
): ReclamationActBody['kind'][] =>
  bare.filter((body) => decideReclamation(actor, state, body, circumstances).ok).map(({ kind }) => kind);
