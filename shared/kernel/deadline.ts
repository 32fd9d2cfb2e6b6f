import { addDays, addMonths, type LocalDate } from './local-date.ts';
import type { WorkingCalendar } from './working-calendar.ts';

export interface DeadlineInput {
  /** The trigger day; it is never counted. */
  readonly from: LocalDate;
  /** Whole and not negative; 0 is the trigger day itself. */
  readonly amount: number;
  readonly unit: 'workingDay' | 'month' | 'naturalDay' | 'naturalWeek';
  readonly direction: 'after' | 'before';
}

export interface Deadline {
  /** Due at the end of this day, Asia/Shanghai. */
  readonly dueOn: LocalDate;
  /** A day was counted whose year has no published arrangement; to be reckoned again once it has. */
  readonly provisional: boolean;
  readonly calendarVersion: string;
  /** Days passed over, in the order of counting, each with its reason. */
  readonly skipped: readonly { readonly date: LocalDate; readonly reason: string }[];
}

const passWorkingDays = (from: LocalDate, amount: number, step: 1 | -1, calendar: WorkingCalendar) => {
  const skipped: { date: LocalDate; reason: string }[] = [];
  let provisional = false;
  let date = from;
  for (let left = amount; left > 0; ) {
    date = addDays(date, step);
    const day = calendar.day(date);
    provisional ||= day.provisional;
    if (day.working) left -= 1;
    else skipped.push({ date, reason: day.reason });
  }
  return { dueOn: date, provisional, skipped };
};

/**
 * When a limit falls due. Working days: the trigger day is excluded, due at the end of the Nth, counted back likewise.
 * Months clamp to the month's end; a natural week is a block of seven days. Only working days depend on arrangements.
 */
export const computeDeadline = (input: DeadlineInput, calendar: WorkingCalendar): Deadline => {
  const { from, amount, unit, direction } = input;
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError(`not a count: ${amount}`);
  const step = direction === 'after' ? 1 : -1;
  const calendarVersion = calendar.version;
  if (unit === 'workingDay') return { ...passWorkingDays(from, amount, step, calendar), calendarVersion };
  const dueOn =
    unit === 'month'
      ? addMonths(from, step * amount)
      : addDays(from, step * amount * (unit === 'naturalWeek' ? 7 : 1));
  return { dueOn, provisional: false, calendarVersion, skipped: [] };
};
