import { countWorkingDays } from '#shared/kernel/count-working-days.ts';
import { computeDeadline, type Deadline } from '#shared/kernel/deadline.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { ObligationKind, ObligationRules } from '#shared/regulation/obligation-spec.ts';
import { upcomingReminders } from '#shared/regulation/reminder-schedule.ts';
import type { Clock } from './obligation-events.ts';
import type { Due, Obligation, Pause } from './obligation-state.ts';

/** What a command on an obligation is reckoned with. */
export interface Reckoning {
  readonly rules: ObligationRules;
  /** Of the department's tenant. */
  readonly calendar: WorkingCalendar;
  /** Business time, ISO. */
  readonly now: string;
}

type Reckoned = Pick<Obligation, 'kind' | 'from' | 'level' | 'fixed' | 'pauses'>;

export const kindOf = ({ kinds }: ObligationRules, kind: string): ObligationKind => {
  const found = kinds[kind];
  if (!found) throw new Error(`the rules know no obligation ${kind}`);
  return found;
};

/** The limit of a kind, and its clause; undefined where none is stated. */
export const limitOf = (kind: ObligationKind, level: Obligation['level']) => {
  const { within, withinByLevel } = kind;
  if (within) return { span: within.value, clause: within.clause };
  const span = level && withinByLevel?.value[level];
  return span && withinByLevel ? { span, clause: withinByLevel.clause } : undefined;
};

const naturalDays = (from: LocalDate, to: LocalDate): number => {
  let days = 0;
  for (let date = from; date < to; date = addDays(date, 1)) days += 1;
  return days;
};

const daysOf = (pauses: readonly Pause[], working: boolean, calendar: WorkingCalendar): number =>
  pauses.reduce(
    (sum, { from, to = from }) =>
      sum + (working ? countWorkingDays(from, to, calendar) : naturalDays(from, to)),
    0,
  );

/**
 * The limit on a calendar: from the day that began it, or the date that a decision has set, with the days of ended
 * pauses added in the limit's own kind of day. Undefined where no limit is stated and no date was set.
 */
export const deadlineOf = (
  { kind, from, level, fixed, pauses }: Reckoned,
  rules: ObligationRules,
  calendar: WorkingCalendar,
): Deadline | undefined => {
  const limit = limitOf(kindOf(rules, kind), level);
  if (!limit && !fixed) return undefined;
  const working = limit?.span.unit === 'workingDay';
  const unit = working ? 'workingDay' : 'naturalDay';
  const after = (start: LocalDate, since: readonly Pause[]): Deadline =>
    computeDeadline(
      { from: start, amount: daysOf(since, working, calendar), unit, direction: 'after' },
      calendar,
    );
  if (fixed)
    return after(
      fixed.until,
      pauses.filter((pause) => pause.from >= fixed.on),
    );
  const first = computeDeadline(
    { from, amount: 0, unit: 'naturalDay', ...limit?.span, direction: 'after' },
    calendar,
  );
  const shifted = after(first.dueOn, pauses);
  return {
    ...shifted,
    provisional: first.provisional || shifted.provisional,
    skipped: [...first.skipped, ...shifted.skipped],
  };
};

export const dueOf = (
  obligation: Reckoned,
  rules: ObligationRules,
  calendar: WorkingCalendar,
): Due | undefined => {
  const deadline = deadlineOf(obligation, rules, calendar);
  if (!deadline) return undefined;
  const { dueOn, provisional, calendarVersion } = deadline;
  return { dueOn, provisional, calendarVersion };
};

/** Pledges are reminded of once after their day, and nobody else is told. */
export const remindersOf = (rules: ObligationRules, kind: string) => {
  const reminders = rules.reminders.value;
  return kindOf(rules, kind).lapse.value === 'reminds' ? { ...reminders, after: 1 } : reminders;
};

/** The clock as it stands on a calendar, with the first reminder that is still to come or already due. */
export const clockOf = (
  obligation: Reckoned & Pick<Obligation, 'openedAt' | 'reminded'>,
  { rules, calendar, now }: Reckoning,
): Clock => {
  const due = dueOf(obligation, rules, calendar);
  if (!due) return {};
  const { openedAt, reminded, kind } = obligation;
  const upcoming = upcomingReminders(
    { targetOn: due.dueOn, openedAt, given: reminded?.day },
    remindersOf(rules, kind),
    { calendar, now },
  );
  const next = upcoming.due ?? upcoming.next;
  return { due, ...(next ? { next } : {}) };
};
