import type { CommandFacts } from '#shared/aggregate/commit-of.ts';
import type { NoticeHolder, ProcessNotice } from '#shared/aggregate/notice.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { missingOpinions } from '../domain/act-on-disposal.ts';
import type { RectificationEvent } from '../domain/rectification-events.ts';
import type { Rectification } from '../domain/rectification-state.ts';
import { authorities, copied, department, operators, reviewers } from './holders.ts';
import { measureLabels } from './measure-labels.ts';
import { remindOfDue } from './remind-of-due.ts';
import { rulesOf } from './rules-of.ts';

const statements = { mended: '提交了整改说明', extension: '申请延长整改期限' } as const;
const judgements = {
  MendingFailed: '复核尚未完成',
  RectificationPassed: '整改完成',
  DueExtended: '同意延期',
  RequirementMoved: '同意延期',
} as const;

const noticeOf =
  ({ rectificationId, organisation, systemName, ...state }: Rectification) =>
  (event: string, holders: readonly NoticeHolder[], outcome: string): ProcessNotice => {
    const due = state.due ?? state.requirement;
    return {
      event,
      holders,
      facts: {
        organisation: organisation.name,
        systemName,
        outcome,
        ...(due ? { target: `，期限 ${due.dueOn}` } : {}),
      },
      page: `/rectifications/${rectificationId}`,
    };
  };

const dueReminders = (after: Rectification, at: string, notice: ReturnType<typeof noticeOf>) =>
  remindOfDue(after, at, (event, holders) => notice(event, holders, after.finding.title));

/** The department is told what is asked of it, by which document and until when. */
const required = (notice: ReturnType<typeof noticeOf>, after: Rectification): ProcessNotice =>
  notice('rectification.required', department(after), after.requirement?.document ?? '');

const partyNames = { expert: '专家', unit: '使用单位' } as const;

/** 处置方案评审: its parties first where the rules ask for them, and the authority once every opinion is there. */
const toDecideOrReview = (
  notice: ReturnType<typeof noticeOf>,
  after: Rectification,
  rules: ReclamationRules,
  measure: string,
): ProcessNotice =>
  missingOpinions(after, rules).length > 0
    ? notice('disposal.toReview', reviewers(after, rules), measure)
    : notice('disposal.toDecide', authorities(after, rules), measure);

const noticesOf = (event: RectificationEvent, after: Rectification, at: string): readonly ProcessNotice[] => {
  const rules = rulesOf(after);
  const notice = noticeOf(after);
  const measure = measureLabels[after.disposals.at(-1)?.measure ?? 'reclaim'];
  const judged = (outcome: string) => notice('rectification.judged', department(after), outcome);
  switch (event.type) {
    case 'FindingRecorded':
    case 'RequirementLapsed':
      return after.requirement && after.requirement.lapsedAt === undefined
        ? [required(notice, after), ...dueReminders(after, at, notice)]
        : [notice('rectification.toReview', authorities(after, rules), after.finding.title)];
    case 'FindingDismissed':
      return [notice('rectification.dismissed', operators(after, rules), after.finding.title)];
    case 'WarningIssued':
      return [
        notice('rectification.warned', department(after), after.finding.title),
        notice('rectification.copied', copied(after, rules), '已下达警告和整改通知'),
        ...dueReminders(after, at, notice),
      ];
    case 'StatementFiled':
      return [notice('rectification.stated', operators(after, rules), statements[event.kind])];
    case 'MendingFailed':
    case 'RectificationPassed':
      return [judged(judgements[event.type])];
    case 'DueExtended':
    case 'RequirementMoved':
      return [judged(judgements[event.type]), ...dueReminders(after, at, notice)];
    case 'DisposalProposed':
      return [toDecideOrReview(notice, after, rules, measure)];
    case 'PlanReviewed': {
      const said = `${partyNames[event.party]}${event.agrees ? '同意' : '不同意'}`;
      const complete = missingOpinions(after, rules).length === 0;
      return [
        notice('disposal.reviewed', operators(after, rules), said),
        ...(complete ? [notice('disposal.toDecide', authorities(after, rules), measure)] : []),
      ];
    }
    case 'DisposalApproved':
      return [
        notice('disposal.decided', department(after), measure),
        notice('rectification.copied', copied(after, rules), `已决定“${measure}”`),
      ];
    case 'DisposalRefused':
      return [notice('disposal.refused', [...operators(after, rules), ...reviewers(after, rules)], measure)];
    case 'DisposalExecuted':
      return [notice('disposal.executed', [...department(after), ...operators(after, rules)], measure)];
    case 'ResourcesGivenBack':
      return [notice('rectification.resumed', operators(after, rules), measure)];
    // Told with what ended it.
    case 'RectificationEnded':
      return [];
  }
};

/** Who is told what of a rectification: nobody of the department before the warning (yc-cloud-19-9). */
export const rectificationNotices = (
  events: readonly RectificationEvent[],
  after: Rectification,
  { at }: CommandFacts,
): readonly ProcessNotice[] =>
  events.flatMap((event) => noticesOf(event, after, at)).filter(({ holders }) => holders.length > 0);
