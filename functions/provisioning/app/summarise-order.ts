import type { OrderSummary } from '#shared/contracts/provisioning.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';
import { type Order, remainingOf, type Unit } from '../domain/order-state.ts';
import { orderStatus } from '../domain/order-status.ts';
import { dueView } from './due-view.ts';
import type { ProvisioningServices } from './ports.ts';

const statusLabels: Readonly<Record<OrderSummary['status'], string>> = {
  starting: '流转中',
  confirming: '待三方确认',
  opening: '开通中',
  opened: '已开通',
};
const changeLabels: Readonly<Record<OrderSummary['status'], string>> = {
  ...statusLabels,
  opening: '变更中',
  opened: '已变更',
};
const labelOf = (order: Order, status: OrderSummary['status']): string => {
  if (order.dropped)
    return order.batches.some(({ openedAt }) => openedAt !== undefined) ? '已开通，余量终止' : '已终止';
  return (changesOnly(order) ? changeLabels : statusLabels)[status];
};
const changesOnly = ({ lines }: Order): boolean => lines.every(({ changes }) => changes !== undefined);
/** 待开始, 保障中, 恢复中, 已到期 of what is lent; undefined for all else. */
const lentLabel = (order: Order): string | undefined => {
  const { window, batches, completedAt } = order;
  if (!window) return undefined;
  if (window.endedAt !== undefined) return completedAt === undefined ? '到期恢复中' : '已到期';
  if (batches.length === 0) return '待开始';
  return completedAt === undefined ? '开通中' : '保障中';
};

const windowOf = ({ window }: Order): Pick<OrderSummary, 'window'> => {
  if (!window) return {};
  const { from, to, clause, endedAt } = window;
  return { window: { from, to, clause, ...(endedAt === undefined ? {} : { endedAt }) } };
};

type Today = Parameters<typeof dueView>[2];

/** Today on the calendar of the order's city. */
export const todayFor = async (
  { references, clock }: Pick<ProvisioningServices, 'references' | 'clock'>,
  tenant: Order['tenant'],
): Promise<Today> => ({
  calendar: createWorkingCalendar(await references.calendarOverlay(cityOf(tenant)), tenant),
  now: clock.now(),
});

const countOpened = (units: readonly Unit[]) => units.filter(({ state }) => state === 'opened').length;

const totalOf = (order: Order): number =>
  order.batches.reduce(
    (sum, { units }) => sum + units.filter(({ state }) => state !== 'released').length,
    order.lines.reduce((sum, line) => sum + remainingOf(order, line), 0),
  );

export const orderSummaryOf = (order: Order, tenantName: string, today: Today): OrderSummary => {
  const status = orderStatus(order);
  const moved = order.dueMoves?.at(-1);
  const due = dueView(order.due, order.completedAt, today);
  return {
    orderId: order.orderId,
    systemId: order.systemId,
    systemName: order.systemName,
    tenant: order.tenant,
    tenantName,
    organisation: order.organisation,
    status,
    statusLabel: lentLabel(order) ?? labelOf(order, status),
    approvedAt: order.approvedAt,
    ...(due
      ? { due: { ...due, ...(moved ? { moved: { from: moved.from, why: [...moved.why] } } : {}) } }
      : {}),
    ...windowOf(order),
    opened: order.batches.reduce((sum, { units }) => sum + countOpened(units), 0),
    total: totalOf(order),
  };
};
