import { computeDeadline } from '#shared/kernel/deadline.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { DisposalMeasure, PlanParty, ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import type { Doer } from './reclamation-state.ts';
import type { RectificationEvent } from './rectification-events.ts';
import {
  openDisposal,
  type Rectification,
  type RectificationStatus,
  type RectifyDue,
  rectificationStatus,
} from './rectification-state.ts';

type Decided = Result<readonly RectificationEvent[], Refusal>;

export type RectificationActKind = 'warn' | 'dismiss' | 'state' | 'judge' | 'propose' | 'review' | 'decide';

/** In which state each act may be done; who may is the other half of the table, in `who-may-rectify.ts`. */
export const actsFrom: Readonly<Record<RectificationActKind, readonly RectificationStatus[]>> = {
  warn: ['proposed'],
  dismiss: ['proposed'],
  state: ['required', 'warned', 'suspended'],
  judge: ['required', 'warned', 'suspended'],
  propose: ['warned', 'suspended'],
  review: ['deciding'],
  decide: ['deciding'],
};

const notNow = (detail: string) => refuse<Refusal>({ code: 'reclamation-not-now', detail });
const invalid = (pointer: string, code: string, message: string, clause?: string) =>
  refuse<Refusal>({
    code: 'reclamation-invalid',
    detail: '填写的内容需要修改，请按提示处理。',
    errors: [{ pointer, code, message, ...(clause === undefined ? {} : { clause }) }],
  });

const waitsFor: Readonly<Record<RectificationStatus, string>> = {
  required: '整合期限还没有到',
  proposed: '还在等主管部门审核',
  dismissed: '主管部门没有同意警告',
  warned: '正在整改',
  deciding: '处置意见正在等主管部门批准',
  executing: '处置已经批准，正在执行',
  suspended: '已经暂停使用',
  rectified: '已经完成整改',
  disposed: '已经处置',
};

/** Refused where the state does not offer the act, and by whoever did what they would judge. */
export const admitAct = (state: Rectification, act: RectificationActKind): Decided => {
  const status = rectificationStatus(state);
  return actsFrom[act].includes(status)
    ? accept([])
    : notNow(`这一事项${waitsFor[status]}，现在不能办理这一步。`);
};

const sameAs = (a: Doer, b: Doer): boolean => a.membership === b.membership && a.tenant === b.tenant;
const ownMatter = refuse<Refusal>({
  code: 'own-matter',
  detail: '本人登记或提出的，须由另一人审核。',
});

/** 整改期限: the text's own, or where it gives none the day that the notice sets. */
const dueOf = (
  wanted: LocalDate | undefined,
  { rectifyWithin, dataLoss }: ReclamationRules,
  today: LocalDate,
  calendar: WorkingCalendar,
): Result<RectifyDue, Refusal> => {
  if (rectifyWithin) {
    const { dueOn, provisional, calendarVersion } = computeDeadline(
      { from: today, ...rectifyWithin.value, direction: 'after' },
      calendar,
    );
    return accept({ dueOn, provisional, calendarVersion, clause: rectifyWithin.clause });
  }
  if (wanted === undefined || wanted <= today)
    return invalid('/dueOn', 'due-missing', '规定没有统一的整改期限，请填写今天之后的整改期限。');
  return accept({
    dueOn: wanted,
    provisional: false,
    calendarVersion: calendar.version,
    clause: dataLoss.clause,
  });
};

/** 警告: only by the authority's review does it reach the department, and from that day its time runs (yc-cloud-19-9, 19-10). */
export const warn = (
  state: Rectification,
  by: Doer,
  text: string,
  wanted: LocalDate | undefined,
  { rules, today, calendar }: { rules: ReclamationRules; today: LocalDate; calendar: WorkingCalendar },
): Decided => {
  if (sameAs(by, state.recorded.by)) return ownMatter;
  const due = dueOf(wanted, rules, today, calendar);
  return due.ok ? accept([{ type: 'WarningIssued', by, text, due: due.value }]) : due;
};

export const dismiss = (state: Rectification, by: Doer, text: string): Decided =>
  sameAs(by, state.recorded.by) ? ownMatter : accept([{ type: 'FindingDismissed', by, text }]);

export const judge = (
  state: Rectification,
  by: Doer,
  verdict: 'rectified' | 'notYet' | 'extended',
  text: string,
  dueOn: LocalDate | undefined,
  today: LocalDate,
): Decided => {
  switch (verdict) {
    case 'rectified':
      return accept([{ type: 'RectificationPassed', by, text }, { type: 'RectificationEnded' }]);
    case 'notYet':
      return accept([{ type: 'MendingFailed', by, text }]);
    case 'extended': {
      const before = state.due ?? state.requirement;
      if (!before) return notNow('没有可以延长的整改期限。');
      if (dueOn === undefined || dueOn <= before.dueOn || dueOn <= today)
        return invalid('/dueOn', 'not-later', `延长后的期限须晚于今天和原期限 ${before.dueOn}，请改正。`);
      if (!state.due) return accept([{ type: 'RequirementMoved', by, text, dueOn }]);
      return accept([{ type: 'DueExtended', by, text, due: { ...state.due, dueOn, provisional: false } }]);
    }
  }
};

const wasSuspended = ({ disposals }: Rectification): boolean =>
  disposals.some(({ measure, executed }) => measure === 'suspend' && executed);

/** 处置意见: only once the time is over, and by exactly one of the rules' measures; a breach is suspended first. */
export const propose = (
  state: Rectification,
  by: Doer,
  measure: DisposalMeasure,
  text: string,
  rules: ReclamationRules,
  today: LocalDate,
): Decided => {
  if (state.due && today <= state.due.dueOn)
    return notNow(`整改期限到 ${state.due.dueOn} 止，逾期未改的才能提出处置意见。`);
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

export const reviewPlan = (
  state: Rectification,
  by: Doer,
  party: PlanParty,
  agrees: boolean,
  text: string,
  { planReview }: ReclamationRules,
): Decided => {
  const disposal = openDisposal(state);
  if (!disposal || !planReview?.value.includes(party)) return notNow('本市规则不要求这一方评审处置方案。');
  if (disposal.opinions.some((one) => one.party === party)) return notNow('这一方已经评审过。');
  return accept([{ type: 'PlanReviewed', by, party, agrees, text }]);
};

/** 批准处置, an act of its own: what is approved is carried out by the provider (yc-cloud-19-11, kf-cloud-21-3). */
export const decideDisposal = (
  state: Rectification,
  by: Doer,
  approved: boolean,
  text: string,
  { planReview }: ReclamationRules,
): Decided => {
  const disposal = openDisposal(state);
  if (!disposal) return notNow('没有等待批准的处置意见。');
  if (sameAs(by, disposal.by)) return ownMatter;
  const missing = (planReview?.value ?? []).filter(
    (party) => !disposal.opinions.some((one) => one.party === party),
  );
  if (approved && missing.length > 0) return notNow('处置方案须经专家和使用单位评审，评审意见齐备后再批准。');
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
