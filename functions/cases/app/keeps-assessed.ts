import { isAssessedAlike } from '#shared/regulation/application/assessed-content.ts';
import type { DecisionContext } from '../domain/case-context.ts';
import type { CaseRef, CaseStore, LoadedCase, SavedSection } from './ports.ts';
import { formOf } from './read-form.ts';

/** Whether a resubmission leaves alone what was assessed in the round before; read only where the rules ask for it. */
export const keepsAssessed = async (
  cases: Pick<CaseStore, 'loadFrozen'>,
  ref: CaseRef,
  { state: { round } }: Pick<LoadedCase, 'state'>,
  { rules }: Pick<DecisionContext, 'rules'>,
  sections: readonly SavedSection[],
): Promise<boolean> => {
  if (round === 0 || rules.resubmission?.value !== 'toReturner') return false;
  const before = await cases.loadFrozen(ref, round);
  return before !== undefined && isAssessedAlike(formOf(before.sections), formOf(sections));
};
