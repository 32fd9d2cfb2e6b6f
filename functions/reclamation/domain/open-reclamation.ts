import { computeDeadline } from '#shared/kernel/deadline.ts';
import { type LocalDate, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import type { ReclamationOpened } from './reclamation-events.ts';
import type { Reclamation, ReclamationNotice } from './reclamation-state.ts';

/** By its own department, which knew the day. */
const givenUp: ReadonlySet<Reclamation['cause']> = new Set(['shutdown', 'windowEnded']);

/**
 * When resources are taken back. What its own department gave up may go at once and has the text's limit (yc-cloud-20-3);
 * all else waits out the time to restore, and the limit begins behind it.
 */
const noticeOf = (
  cause: Reclamation['cause'],
  decidedOn: LocalDate,
  { grace, reclaimWithin }: ReclamationRules,
  calendar: WorkingCalendar,
): ReclamationNotice => {
  const after = (from: LocalDate, span: NonNullable<typeof grace>['value']) =>
    computeDeadline({ from, ...span, direction: 'after' }, calendar);
  const waits = givenUp.has(cause) ? undefined : grace;
  const actOn = waits ? after(decidedOn, waits.value).dueOn : decidedOn;
  const notice = { actOn, ...(waits ? { graceClause: waits.clause } : {}) };
  if (!reclaimWithin) return notice;
  const { dueOn, provisional, calendarVersion } = after(actOn, reclaimWithin.value);
  return { ...notice, due: { dueOn, provisional, calendarVersion, clause: reclaimWithin.clause } };
};

export type OpeningFacts = Omit<Reclamation, 'notice' | 'waits'>;

/**
 * 回收立项: one record gives the notice and the day of action.
 *
 * @param from the day from which it is reckoned; the decision's, unless that was made for a later one
 */
export const openReclamation = (
  facts: OpeningFacts,
  rules: ReclamationRules,
  calendar: WorkingCalendar,
  from: LocalDate = shanghaiDateOf(new Date(facts.decision.at)),
): readonly ReclamationOpened[] => [
  {
    type: 'ReclamationOpened',
    reclamation: { ...facts, waits: [], notice: noticeOf(facts.cause, from, rules, calendar) },
  },
];
