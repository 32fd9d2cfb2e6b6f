import { admitWait, type WaitAdmission } from '#shared/kernel/machine-waits.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { evolveReclamation, type ReclamationEvent } from './reclamation-events.ts';
import type { Reclamation, ReclamationOutcome, ReclamationStep } from './reclamation-state.ts';

export type ClosingRules = Pick<ReclamationRules, 'jointErasure' | 'certificate'>;

/** What of the end is missing once it has been carried out: the department's half of the erasure, then the paper. */
const afterExecution = (
  { erasureConfirmed, certificate }: Reclamation,
  rules: ClosingRules,
): ReclamationOutcome => {
  if (rules.jointErasure && !erasureConfirmed) return 'ErasureAsked';
  return rules.certificate && !certificate ? 'Approved' : 'Concluded';
};

/** How a wait has ended, as far as what has happened tells; undefined while it goes on. */
const outcomeOf = (
  state: Reclamation,
  step: ReclamationStep,
  rules: ClosingRules,
): ReclamationOutcome | undefined => {
  const { notice, restored, restoreEndedAt, executed, erasureConfirmed, certificate } = state;
  switch (step) {
    case 'notice': {
      if (restored) return 'Restored';
      const over = notice.graceClause === undefined || restoreEndedAt !== undefined || executed;
      return over ? 'Approved' : undefined;
    }
    case 'execution':
      return executed && afterExecution(state, rules);
    case 'erasure':
      return erasureConfirmed && afterExecution(state, rules);
    case 'certificate':
      return certificate && 'Approved';
  }
};

/** The machine's wish to wait: what has ended already is told at once and writes nothing. */
export const admitReclamationWait = (
  state: Reclamation,
  step: ReclamationStep,
  token: string,
  rules: ClosingRules,
): WaitAdmission<ReclamationEvent, ReclamationOutcome> => {
  const known = state.waits.some((wait) => wait.step === step);
  const outcome = known ? undefined : outcomeOf(state, step, rules);
  return outcome === undefined ? admitWait(state.waits, { step }, token) : { events: [], outcome };
};

/** What was decided, with the waits that it ends. */
export const withWaits = (
  before: Reclamation,
  events: readonly ReclamationEvent[],
  rules: ClosingRules,
): readonly ReclamationEvent[] => {
  const after = events.reduce((state, event) => evolveReclamation(state, event, ''), before);
  const closed = after.waits.flatMap(({ step, outcome: known }, wait): ReclamationEvent[] => {
    const outcome = known === undefined ? outcomeOf(after, step, rules) : undefined;
    return outcome === undefined ? [] : [{ type: 'WaitClosed', wait, outcome }];
  });
  return [...events, ...closed];
};

/** 恢复期届满: a fact of the calendar. It takes nothing back; it only lets the provider's step begin, where the decision stands. */
export const endTimeToRestore = (state: Reclamation, today: string): readonly ReclamationEvent[] =>
  state.restoreEndedAt !== undefined ||
  state.executed ||
  state.endedAt !== undefined ||
  today < state.notice.actOn
    ? []
    : [{ type: 'TimeToRestoreEnded' }];
