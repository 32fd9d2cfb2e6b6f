import type { ActingPerson } from '#shared/kernel/acting-person.ts';
import { computeDeadline } from '#shared/kernel/deadline.ts';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { ReclamationRules } from '#shared/regulation/reclamation-spec.ts';
import type { RectificationEvent } from './rectification-events.ts';
import type { Rectification, RectifyDue } from './rectification-state.ts';
import { invalid, notNow } from './refuse-act.ts';

type Decided = Result<readonly RectificationEvent[], Refusal>;

/** 整改期限: the text's own, or where it gives none the day that the notice sets. */
const dueOf = (
  wanted: LocalDate | undefined,
  { rectifyWithin, dataLoss }: ReclamationRules,
  today: LocalDate,
  calendar: WorkingCalendar,
): Result<RectifyDue, Refusal> => {
  if (rectifyWithin) {
    const { dueOn, provisional, calendarVersion } = computeDeadline(
      { from: today, ...rectifyWithin.value, direction: 'after' },
      calendar,
    );
    return accept({ dueOn, provisional, calendarVersion, clause: rectifyWithin.clause });
  }
  if (wanted === undefined || wanted <= today)
    return invalid('/dueOn', 'due-missing', '规定没有统一的整改期限，请填写今天之后的整改期限。');
  return accept({
    dueOn: wanted,
    provisional: false,
    calendarVersion: calendar.version,
    clause: dataLoss.clause,
  });
};

/** 警告: only by the authority's review does it reach the department, and from that day its time runs (yc-cloud-19-9, 19-10). */
export const warn = (
  by: ActingPerson,
  text: string,
  wanted: LocalDate | undefined,
  { rules, today, calendar }: { rules: ReclamationRules; today: LocalDate; calendar: WorkingCalendar },
): Decided => {
  const due = dueOf(wanted, rules, today, calendar);
  return due.ok ? accept([{ type: 'WarningIssued', by, text, due: due.value }]) : due;
};

export const judge = (
  state: Rectification,
  by: ActingPerson,
  verdict: 'rectified' | 'notYet' | 'extended',
  text: string,
  dueOn: LocalDate | undefined,
  today: LocalDate,
): Decided => {
  switch (verdict) {
    case 'rectified':
      return accept([{ type: 'RectificationPassed', by, text }, { type: 'RectificationEnded' }]);
    case 'notYet':
      return accept([{ type: 'MendingFailed', by, text }]);
    case 'extended': {
      const before = state.due ?? state.requirement;
      if (!before) return notNow('没有可以延长的整改期限。');
      if (dueOn === undefined || dueOn <= before.dueOn || dueOn <= today)
        return invalid('/dueOn', 'not-later', `延长后的期限须晚于今天和原期限 ${before.dueOn}，请改正。`);
      if (!state.due) return accept([{ type: 'RequirementMoved', by, text, dueOn }]);
      return accept([{ type: 'DueExtended', by, text, due: { ...state.due, dueOn, provisional: false } }]);
    }
  }
};
