import { computeDeadline } from '#shared/kernel/deadline.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { groundsOf } from '#shared/kernel/notice-grounds.ts';
import type { OverlayNotice, WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { ProvisioningRules } from '#shared/regulation/provisioning-spec.ts';
import type { DueRecomputed } from './order-events.ts';
import type { Order, OrderDue } from './order-state.ts';

const dayOf = (approvedAt: string): string => shanghaiDateOf(new Date(approvedAt));

/** 期限 from the approval, that day not counted. */
export const dueOf = (
  approvedAt: string,
  within: ProvisioningRules['openWithin'],
  calendar: WorkingCalendar,
): OrderDue | undefined => {
  if (!within) return undefined;
  const { dueOn, provisional, calendarVersion } = computeDeadline(
    { from: dayOf(approvedAt), ...within.value, direction: 'after' },
    calendar,
  );
  return { dueOn, provisional, calendarVersion, clause: within.clause };
};

/** 期限重算 on the calendar as it is now; what is opened keeps its date, and doing it twice is doing it once. */
export const recomputeDue = (
  order: Order,
  notices: readonly OverlayNotice[],
  { openWithin, change }: Pick<ProvisioningRules, 'openWithin' | 'change'>,
  calendar: WorkingCalendar,
): readonly DueRecomputed[] => {
  const { due: before, completedAt, approvedAt, tenant } = order;
  if (!before || completedAt !== undefined) return [];
  const within = [openWithin, change.within].find((one) => one?.clause === before.clause);
  const due = dueOf(approvedAt, within, calendar);
  if (!due || (due.dueOn === before.dueOn && due.provisional === before.provisional)) return [];
  const reckoned = { tenant, calendarVersion: before.calendarVersion, from: dayOf(approvedAt) };
  const why = groundsOf(reckoned, [before.dueOn, due.dueOn], notices);
  return [{ type: 'DueRecomputed', from: before.dueOn, due, why }];
};
