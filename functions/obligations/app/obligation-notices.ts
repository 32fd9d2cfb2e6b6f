import { type NoticeHolder, ofDepartment, type ProcessNotice } from '#shared/aggregate/notice.ts';
import { cityTenantOf } from '#shared/kernel/tenant.ts';
import { obligationsOf } from '#shared/regulation/find-obligations.ts';
import type { ObligationEvent, ObligationReminded } from '../domain/obligation-events.ts';
import type { Obligation } from '../domain/obligation-state.ts';
import { kindOf } from '../domain/reckon-due.ts';

const whoJudge = ({ tenant, ruleVersion }: Obligation): readonly NoticeHolder[] =>
  obligationsOf({ ruleVersion }).judges.value.map((role) => ({ tenant: cityTenantOf(tenant), role }));

type Words = Readonly<Record<string, string>>;

const notice = (
  obligation: Obligation,
  event: string,
  holders: readonly NoticeHolder[],
  words: Words = {},
): ProcessNotice => {
  const { obligationId, organisation, systemName, due, batch, kind, ruleVersion } = obligation;
  const { title } = kindOf(obligationsOf({ ruleVersion }), kind);
  return {
    event,
    holders,
    facts: {
      organisation: organisation.name,
      systemName,
      duty: batch === undefined ? title : `${title}（第 ${batch} 批）`,
      ...(due ? { target: `，期限 ${due.dueOn}` } : {}),
      ...words,
    },
    page: `/obligations/${obligationId}`,
  };
};

/** Nobody is reminded of what has been done or given another date meanwhile. */
const whileOwed = (obligation: Obligation, told: ProcessNotice): ProcessNotice => {
  const { tenant, obligationId, due } = obligation;
  return { ...told, while: { of: 'obligationOwed', tenant, obligationId, dueOn: due?.dueOn ?? '' } };
};

const reminded = (
  obligation: Obligation,
  { day, escalated }: ObligationReminded,
): readonly ProcessNotice[] => {
  const clerk = ofDepartment(obligation, ['department.clerk']);
  const { lapse } = kindOf(obligationsOf(obligation), obligation.kind);
  const late = lapse.value === 'reminds' ? 'obligation.pledge' : 'obligation.overdue';
  const heads = [...ofDepartment(obligation, ['department.cdo', 'department.head']), ...whoJudge(obligation)];
  const words = { daysLate: String(day) };
  return [
    notice(obligation, day <= 0 ? 'obligation.soon' : late, clerk, words),
    ...(escalated ? [notice(obligation, 'obligation.escalated', heads, words)] : []),
  ].map((told) => whileOwed(obligation, told));
};

const outcomes = {
  DateSet: '期限已调整',
  ExplanationRefused: '情况说明未获认可',
  ObligationPaused: '已暂停',
  ObligationResumed: '已恢复',
  ReclaimOrdered: '已决定收回资源',
} as const;

const noticesOf = (event: ObligationEvent, obligation: Obligation): readonly ProcessNotice[] => {
  switch (event.type) {
    case 'ObligationReminded':
      return reminded(obligation, event);
    case 'LapseExplained':
      return [notice(obligation, 'obligation.explained', whoJudge(obligation))];
    case 'DueRecomputed':
      return [
        notice(obligation, 'obligation.moved', ofDepartment(obligation, ['department.clerk']), {
          moved: `由 ${event.from} 调整为 ${event.clock.due.dueOn}`,
          why: event.why.join('、'),
        }),
      ];
    case 'DateSet':
    case 'ExplanationRefused':
    case 'ObligationPaused':
    case 'ObligationResumed':
    case 'ReclaimOrdered':
      return [
        notice(obligation, 'obligation.judged', ofDepartment(obligation, ['department.clerk']), {
          outcome: outcomes[event.type],
        }),
      ];
    default:
      return [];
  }
};

/** Who is told what of an obligation. */
export const obligationNotices = (
  events: readonly ObligationEvent[],
  after: Obligation,
): readonly ProcessNotice[] => events.flatMap((event) => noticesOf(event, after));
