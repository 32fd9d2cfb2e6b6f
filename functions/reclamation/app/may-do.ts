import type { ReclamationView } from '#shared/contracts/reclamation.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { type Reclamation, reclamationStatus } from '../domain/reclamation-state.ts';
import { isAuthority, isDepartment } from '../domain/who-may.ts';

/** What of a reclamation is the actor's to do now. */
export const mayDo = (
  actor: Actor,
  state: Reclamation,
  rules: ReclamationRules,
  today: string,
): ReclamationView['may'] => {
  const { executed, endedAt, acknowledged, certificate, cause, notice, tenant, authority } = state;
  const restorable = cause !== 'shutdown' && state.restoreEndedAt === undefined && today < notice.actOn;
  const open = !executed && endedAt === undefined;
  const department = isDepartment(actor, state);
  const decides = isAuthority(actor, tenant, authority, rules);
  return [
    ...(department && open && !acknowledged ? (['acknowledge'] as const) : []),
    ...(department && reclamationStatus(state, rules) === 'confirming' ? (['confirmErasure'] as const) : []),
    ...(decides && open && restorable ? (['restore'] as const) : []),
    ...(decides && certificate && !certificate.revoked ? (['revoke'] as const) : []),
  ];
};
