import type { NoticeHolder, ProcessNotice } from '#shared/aggregate/notice.ts';
import { addDays, shanghaiInstant } from '#shared/kernel/local-date.ts';
import { cityOf, cityTenantOf } from '#shared/kernel/tenant.ts';
import type { WorkEvent, WorkOrder } from '../domain/work-order.ts';
import { rulesInForce } from './rules-of.ts';
import { workLabel } from './work-label.ts';

const morning = '08:30';

/** The provider's people, who have their post in the city's own node. */
const engineers = ({ tenant, provider }: WorkOrder): readonly NoticeHolder[] => [
  { tenant: cityTenantOf(tenant), role: 'provider.engineer', organisation: provider.id },
];

const whoRun = ({ tenant }: WorkOrder): readonly NoticeHolder[] =>
  (rulesInForce(cityOf(tenant))?.runs.value ?? []).map((role) => ({ tenant: cityTenantOf(tenant), role }));

const factsOf = (work: WorkOrder): Record<string, string> => ({
  organisation: work.applicant,
  systemName: work.systemName,
  stage: workLabel(work),
  provider: work.provider.name,
  count: String(work.units.length > 0 ? work.units.length : work.lines.length),
  ...(work.due ? { target: `，期限 ${work.due.dueOn}` } : {}),
});

/** Of a work order's due day: the morning before it, and the morning after it; each while it is still open and due then. */
export const dueNotices = (work: WorkOrder): readonly ProcessNotice[] => {
  const { due, workId, provider, orderId } = work;
  if (!due) return [];
  const { dueOn } = due;
  const facts = factsOf(work);
  const condition = { while: { of: 'workOpen', provider: provider.id, workId, dueOn } };
  const page = `/work/${workId}`;
  const late = { notBefore: shanghaiInstant(addDays(dueOn, 1), morning).toISOString(), ...condition };
  return [
    {
      ...{ event: 'work.soon', holders: engineers(work), facts, page },
      notBefore: shanghaiInstant(addDays(dueOn, -1), morning).toISOString(),
      ...condition,
    },
    { event: 'work.overdue', holders: engineers(work), facts, page, ...late },
    { event: 'work.overdue', holders: whoRun(work), facts, page: `/provisioning/${orderId}`, ...late },
  ];
};

/** The provider's program is told apart from its people: it needs no working hours. */
const programNotice = (
  work: WorkOrder,
  event: 'work.issued' | 'work.dueMoved' | 'work.released' | 'work.withdrawn',
  more: Readonly<Record<string, unknown>> = {},
): ProcessNotice => {
  const { workId, kind, batch, provider, tenant, systemName, applicant, issuedAt, due } = work;
  return {
    ...{ event, holders: [], facts: {}, page: `/work/${workId}` },
    webhook: {
      city: cityOf(tenant),
      organisation: provider.id,
      content: {
        event,
        ...{ workId, kind, systemName, applicant, issuedAt },
        ...(batch === undefined ? {} : { batch }),
        ...(due ? { dueOn: due.dueOn } : {}),
        ...more,
        answers: `/v1/work-orders/${workId}/answers`,
      },
    },
  };
};

const noticesFor = (event: WorkEvent, work: WorkOrder): readonly ProcessNotice[] => {
  const told = { holders: engineers(work), facts: factsOf(work), page: `/work/${work.workId}` };
  switch (event.type) {
    case 'WorkIssued':
      return [{ event: 'work.issued', ...told }, programNotice(work, 'work.issued'), ...dueNotices(work)];
    case 'WorkDueMoved': {
      const { notBefore } = event;
      const begins = notBefore === undefined ? '' : `，自 ${notBefore} 起才能执行`;
      const facts = { ...told.facts, target: `${begins}${told.facts['target'] ?? ''}` };
      return [
        { event: 'work.dueMoved', ...told, facts },
        programNotice(work, 'work.dueMoved', notBefore === undefined ? {} : { notBefore }),
        ...dueNotices(work),
      ];
    }
    case 'WorkUnitsReleased': {
      const { unitIds } = event;
      const facts = { ...told.facts, count: String(unitIds.length) };
      return [{ event: 'work.released', ...told, facts }, programNotice(work, 'work.released', { unitIds })];
    }
    case 'WorkWithdrawn': {
      const { reason } = event;
      const facts = { ...told.facts, outcome: reason };
      return [{ event: 'work.withdrawn', ...told, facts }, programNotice(work, 'work.withdrawn', { reason })];
    }
    // What the provider itself has answered.
    case 'WorkConfirmed':
    case 'WorkReported':
    case 'WorkCredentialsLeft':
    case 'WorkDone':
    case 'WorkCertified':
      return [];
  }
};

/** Who is told what of a work order. */
export const workNotices = (events: readonly WorkEvent[], after: WorkOrder): readonly ProcessNotice[] =>
  events.flatMap((event) => noticesFor(event, after));
