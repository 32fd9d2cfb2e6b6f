import { type NoticeHolder, ofDepartment, type ProcessNotice } from '#shared/aggregate/notice.ts';
import { addDays, shanghaiInstant } from '#shared/kernel/local-date.ts';
import { cityTenantOf } from '#shared/kernel/tenant.ts';
import type { ConfirmingParty, ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import type { OrderEvent } from '../domain/order-events.ts';
import { isReconfiguration, type Order } from '../domain/order-state.ts';
import { rulesOf } from './rules-of.ts';

/** Who may speak for the department in 三方确认. */
const departmentRoles = ['department.clerk', 'department.cdo', 'department.head'] as const;

const whoRun = ({ tenant }: Order, { runs }: Pick<ProvisioningRules, 'runs'>): readonly NoticeHolder[] =>
  runs.value.map((role) => ({ tenant: cityTenantOf(tenant), role }));

const countIn = (order: Order, no: number, state: 'opened' | 'failed'): number =>
  order.batches
    .filter((batch) => batch.no === no)
    .flatMap(({ units }) => units)
    .filter((unit) => unit.state === state).length;

type Words = Readonly<Record<string, string>>;

const noticeFor =
  (order: Order) =>
  (event: string, holders: readonly NoticeHolder[], words: Words, more: Partial<ProcessNotice> = {}) => ({
    event,
    holders,
    facts: {
      organisation: order.organisation.name,
      systemName: order.systemName,
      provider: order.provider.name,
      ...(order.due ? { target: `，期限 ${order.due.dueOn}` } : {}),
      ...words,
    },
    page: `/provisioning/${order.orderId}`,
    ...more,
  });

const unconfirmed = ({ tenant, orderId }: Order, party: ConfirmingParty) => ({
  while: { of: 'orderUnconfirmed', tenant, orderId, party },
});

const toConfirm = (order: Order, rules: ProvisioningRules): readonly ProcessNotice[] => {
  const notice = noticeFor(order);
  const words = { count: String(order.lines.length) };
  return [
    notice('order.toConfirm', ofDepartment(order, departmentRoles), words, {
      link: 'confirmation',
      ...unconfirmed(order, 'department'),
    }),
    notice('order.toConfirm', whoRun(order, rules), words, unconfirmed(order, 'operator')),
  ];
};

const toSign = (order: Order, { letter }: ProvisioningRules): readonly ProcessNotice[] => {
  if (!letter) return [];
  const { tenant, organisation } = order;
  return [
    noticeFor(order)(
      'letter.toSign',
      ofDepartment(order, letter.signers.value),
      {},
      {
        page: '/letter',
        link: 'letter',
        while: { of: 'letterUnsigned', tenant, organisation: organisation.id },
      },
    ),
  ];
};

/** 保障期间 at its beginning, before its end and at it: whoever asked, whoever runs the cloud, and the provider. */
const lentNotices = (
  order: Order,
  run: readonly NoticeHolder[],
  at: 'approved' | 'ended',
): readonly ProcessNotice[] => {
  const { window, tenant, orderId, provider } = order;
  if (!window) return [];
  const department = ofDepartment(order, ['department.clerk']);
  const engineers = [{ tenant: cityTenantOf(tenant), role: 'provider.engineer', organisation: provider.id }];
  const words = { outcome: `${window.from} 至 ${window.to}` };
  const notice = noticeFor(order);
  const all = [
    [[...department, ...run], { page: `/provisioning/${orderId}` }],
    [engineers, { page: '/work' }],
  ] as const;
  if (at === 'ended') return all.map(([holders, more]) => notice('window.ended', holders, words, more));
  const soon = {
    notBefore: shanghaiInstant(addDays(window.to, -1), '09:00').toISOString(),
    while: { of: 'windowRuns', tenant, orderId },
  };
  return [
    notice('window.agreed', engineers, words, { page: '/work' }),
    ...all.map(([holders, more]) => notice('window.soon', holders, words, { ...more, ...soon })),
  ];
};

const noticesOf = (event: OrderEvent, order: Order): readonly ProcessNotice[] => {
  const rules = rulesOf(order);
  const notice = noticeFor(order);
  const run = whoRun(order, rules);
  switch (event.type) {
    case 'OrderOpened':
      return [...toSign(order, rules), ...lentNotices(order, run, 'approved')];
    case 'WindowEnded':
      return lentNotices(order, run, 'ended');
    case 'WaitOpened':
      if (event.step === 'confirmation') return toConfirm(order, rules);
      // Changed and lent resources are ordered by the approval itself.
      return order.batches.some(({ no }) => no === event.batch) || (order.window && event.batch === 1)
        ? []
        : [notice('order.toPlan', run, { batch: String(event.batch) })];
    case 'UnitsReported': {
      const failed = event.units.filter(({ state }) => state === 'failed').length;
      if (failed === 0) return [];
      return [notice('batch.failed', run, { batch: String(event.no), count: String(failed) })];
    }
    case 'BatchOpened': {
      const words = { batch: String(event.no), count: String(countIn(order, event.no, 'opened')) };
      const batch = order.batches.find(({ no }) => no === event.no);
      const done = batch && isReconfiguration(order, batch) ? 'batch.changed' : 'batch.opened';
      return [notice(done, [...ofDepartment(order, ['department.clerk']), ...run], words)];
    }
    case 'CredentialsDeposited': {
      const holders = ofDepartment(order, ['department.clerk']);
      return [notice('credentials.waiting', holders, { batch: String(event.no) })];
    }
    default:
      return [];
  }
};

/** Who is told what of an order's progress. */
export const orderNotices = (events: readonly OrderEvent[], after: Order): readonly ProcessNotice[] =>
  events.flatMap((event) => noticesOf(event, after));
