import type { NoticeHolder, ProcessNotice } from '#shared/aggregate/notice.ts';
import type { RectificationEvent } from '../domain/rectification-events.ts';
import type { Rectification } from '../domain/rectification-state.ts';
import { authorities, copied, department, operators } from './holders.ts';
import { measureLabels } from './measure-labels.ts';
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

/** The department is told what is asked of it, by which document and until when. */
const required = (notice: ReturnType<typeof noticeOf>, after: Rectification): ProcessNotice =>
  notice('rectification.required', department(after), after.requirement?.document ?? '');

const noticesOf = (event: RectificationEvent, after: Rectification): readonly ProcessNotice[] => {
  const rules = rulesOf(after);
  const notice = noticeOf(after);
  const measure = measureLabels[after.disposals.at(-1)?.measure ?? 'reclaim'];
  switch (event.type) {
    case 'FindingRecorded':
    case 'RequirementLapsed':
      return after.requirement && after.requirement.lapsedAt === undefined
        ? [required(notice, after)]
        : [notice('rectification.toReview', authorities(after, rules), after.finding.title)];
    case 'WarningIssued':
      return [
        notice('rectification.warned', department(after), after.finding.title),
        notice('rectification.copied', copied(after, rules), '已下达警告和整改通知'),
      ];
    case 'StatementFiled':
      return [notice('rectification.stated', operators(after, rules), statements[event.kind])];
    case 'MendingFailed':
    case 'RectificationPassed':
    case 'DueExtended':
    case 'RequirementMoved':
      return [notice('rectification.judged', department(after), judgements[event.type])];
    case 'DisposalProposed':
      return [notice('disposal.toDecide', authorities(after, rules), measure)];
    case 'DisposalApproved':
      return [
        notice('disposal.decided', department(after), measure),
        notice('rectification.copied', copied(after, rules), `已决定“${measure}”`),
      ];
    default:
      return [];
  }
};

/** Who is told what of a rectification: nobody of the department before the warning (yc-cloud-19-9). */
export const rectificationNotices = (
  events: readonly RectificationEvent[],
  after: Rectification,
): readonly ProcessNotice[] =>
  events.flatMap((event) => noticesOf(event, after)).filter(({ holders }) => holders.length > 0);
