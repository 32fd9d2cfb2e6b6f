import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import { groundsOf } from '#shared/kernel/notice-grounds.ts';
import type { OverlayNotice, WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import { limitOf, noticeOf } from './open-reclamation.ts';
import type { NoticeRecomputed } from './reclamation-events.ts';
import type { Reclamation, ReclamationNotice } from './reclamation-state.ts';

const daysOf = ({ actOn, due }: ReclamationNotice): readonly LocalDate[] => [
  actOn,
  ...(due ? [due.dueOn] : []),
];

const shownOf = ({ actOn, actOnProvisional, due }: ReclamationNotice): string =>
  JSON.stringify([actOn, actOnProvisional, due?.dueOn, due?.provisional]);

/** The time to restore once it is over stays over; while it runs it never ends before tomorrow. */
const dayToAct = (
  { notice, restoreEndedAt }: Reclamation,
  reckoned: ReclamationNotice,
  today: LocalDate,
): Pick<ReclamationNotice, 'actOn' | 'actOnProvisional'> => {
  const over = notice.graceClause === undefined || restoreEndedAt !== undefined || notice.actOn <= today;
  if (over) return { actOn: notice.actOn };
  const tomorrow = addDays(today, 1);
  if (reckoned.actOn < tomorrow) return { actOn: tomorrow };
  return { actOn: reckoned.actOn, ...(reckoned.actOnProvisional ? { actOnProvisional: true } : {}) };
};

/**
 * 日期重算 on the calendar as it is now: the time to restore and, behind it, the limit. What has been taken back or given
 * back keeps its days, and doing it twice is doing it once.
 */
export const recomputeNotice = (
  state: Reclamation,
  notices: readonly OverlayNotice[],
  rules: Pick<ReclamationRules, 'grace' | 'reclaimWithin'>,
  { calendar, today }: { readonly calendar: WorkingCalendar; readonly today: LocalDate },
): readonly NoticeRecomputed[] => {
  if (state.executed || state.endedAt !== undefined) return [];
  const { notice: before, tenant } = state;
  const reckoned = noticeOf(state.cause, before.from, rules, calendar);
  const { actOnProvisional: _, due: __, ...kept } = reckoned;
  const day = dayToAct(state, reckoned, today);
  const notice = { ...kept, ...day, ...limitOf(day.actOn, rules, calendar) };
  if (shownOf(notice) === shownOf(before)) return [];
  const { from, calendarVersion } = before;
  const why = groundsOf({ tenant, calendarVersion, from }, [...daysOf(before), ...daysOf(notice)], notices);
  return [{ type: 'NoticeRecomputed', before, notice, why }];
};
