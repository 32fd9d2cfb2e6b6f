import type { CaseState } from './case-state.ts';

/** A draft, an application before its confirmation, or one in correction; never one under review. */
export const isEditable = ({ flow }: Pick<CaseState, 'flow'>): boolean =>
  flow.at === 'draft' ||
  (flow.at === 'moving' && (flow.to === 'unitConfirmation' || flow.to === 'correction')) ||
  (flow.at === 'step' && (flow.step === 'unitConfirmation' || flow.step === 'correction'));
