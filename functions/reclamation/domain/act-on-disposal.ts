import type { ActingPerson } from '#shared/kernel/acting-person.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import type { DisposalMeasure, PlanParty, ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import type { RectificationEvent } from './rectification-events.ts';
import { openDisposal, type Rectification } from './rectification-state.ts';
import { invalid, notNow } from './refuse-act.ts';

type Decided = Result<readonly RectificationEvent[], Refusal>;

const wasSuspended = ({ disposals }: Rectification): boolean =>
  disposals.some(({ measure, executed }) => measure === 'suspend' && executed);

/** 处置意见: only once the time is over, and by exactly one of the rules' measures; a breach is suspended first. */
export const propose = (
  state: Rectification,
  by: ActingPerson,
  measure: DisposalMeasure,
  text: string,
  rules: ReclamationRules,
): Decided => {
  if (!rules.measures.value.includes(measure))
    return invalid('/measure', 'not-a-measure', '规定没有这种处置措施，请另选。', rules.measures.clause);
  const { breach, clause } = state.finding;
  if (measure === 'suspend' && !breach)
    return invalid(
      '/measure',
      'not-a-measure',
      '暂停使用只适用于违反责任书的情形，请另选。',
      rules.measures.clause,
    );
  if (measure === 'reclaim' && breach && !wasSuspended(state))
    return invalid('/measure', 'suspend-first', '违反责任书拒不整改的，先暂停使用，收回须另行决定。', clause);
  if (measure === 'reclaim' && state.disposals.some(({ restored }) => restored))
    return invalid('/measure', 'restored-once', '资源已经恢复过使用，再次收回须重新登记问题、另行警告。');
  return accept([{ type: 'DisposalProposed', by, text, measure }]);
};

/** Whose opinion on the plan is still to be heard. */
export const missingOpinions = (
  state: Rectification,
  { planReview }: Pick<ReclamationRules, 'planReview'>,
): readonly PlanParty[] => {
  const disposal = openDisposal(state);
  if (!disposal || disposal.decision) return [];
  return (planReview?.value ?? []).filter((party) => disposal.opinions.every((one) => one.party !== party));
};

/** 批准处置, an act of its own: what is approved is carried out by the provider (yc-cloud-19-11, kf-cloud-21-3). */
export const decideDisposal = (
  state: Rectification,
  by: ActingPerson,
  approved: boolean,
  text: string,
  rules: Pick<ReclamationRules, 'planReview'>,
): Decided => {
  if (approved && missingOpinions(state, rules).length > 0)
    return notNow('处置方案须经专家和使用单位评审，评审意见齐备后再批准。');
  return accept([{ type: approved ? 'DisposalApproved' : 'DisposalRefused', by, text }]);
};

/** What was approved has been carried out; carried again it changes nothing. A suspension is not the end of it. */
export const carryDisposal = (
  state: Rectification,
  measure: DisposalMeasure,
  evidence: string,
): readonly RectificationEvent[] => {
  const disposal = openDisposal(state);
  if (!disposal?.decision?.approved || disposal.measure !== measure) return [];
  return [
    { type: 'DisposalExecuted', evidence },
    ...(measure === 'suspend' ? [] : ([{ type: 'RectificationEnded' }] as const)),
  ];
};

/** The reclaimed were given back within the time to restore: the rectification goes on. */
export const carryRestore = (state: Rectification): readonly RectificationEvent[] =>
  openDisposal(state)?.measure === 'reclaim' ? [{ type: 'ResourcesGivenBack' }] : [];
