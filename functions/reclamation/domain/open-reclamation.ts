import { computeDeadline } from '#shared/kernel/deadline.ts';
import { type LocalDate, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import type { ReclamationOpened } from './reclamation-events.ts';
import type { Reclamation, ReclamationNotice } from './reclamation-state.ts';

/** By its own department, which knew the day. */
const givenUp: ReadonlySet<Reclamation['cause']> = new Set(['shutdown', 'windowEnded']);

const after = (
  from: LocalDate,
  span: NonNullable<ReclamationRules['grace']>['value'],
  calendar: WorkingCalendar,
) => computeDeadline({ from, ...span, direction: 'after' }, calendar);

/** The limit behind the day of action, where the text has one. */
export const limitOf = (
  actOn: LocalDate,
  { reclaimWithin }: Pick<ReclamationRules, 'reclaimWithin'>,
  calendar: WorkingCalendar,
): Pick<ReclamationNotice, 'due'> => {
  if (!reclaimWithin) return {};
  const { dueOn, provisional, calendarVersion } = after(actOn, reclaimWithin.value, calendar);
  return { due: { dueOn, provisional, calendarVersion, clause: reclaimWithin.clause } };
};

/**
 * When resources are taken back. What its own department gave up may go at once and has the text's limit (yc-cloud-20-3);
 * all else waits out the time to restore, and the limit begins behind it.
 */
export const noticeOf = (
  cause: Reclamation['cause'],
  from: LocalDate,
  rules: Pick<ReclamationRules, 'grace' | 'reclaimWithin'>,
  calendar: WorkingCalendar,
): ReclamationNotice => {
  const waits = givenUp.has(cause) ? undefined : rules.grace;
  const over = waits && after(from, waits.value, calendar);
  const actOn = over?.dueOn ?? from;
  return {
    from,
    calendarVersion: calendar.version,
    actOn,
    ...(over?.provisional ? { actOnProvisional: true } : {}),
    ...(waits ? { graceClause: waits.clause } : {}),
    ...limitOf(actOn, rules, calendar),
  };
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
