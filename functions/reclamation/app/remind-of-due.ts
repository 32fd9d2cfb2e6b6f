import type { NoticeHolder, ProcessNotice } from '#shared/aggregate/notice.ts';
import { addDays, shanghaiInstant } from '#shared/kernel/local-date.ts';
import { owedOn, type Rectification, rectificationStatus } from '../domain/rectification-state.ts';
import { department, operators } from './holders.ts';
import { rulesOf } from './rules-of.ts';

const morning = '08:30';
/** Calendar days, early enough to ask for more time. */
const daysBefore = 3;

type Notice = (event: string, holders: readonly NoticeHolder[]) => ProcessNotice;

/**
 * Of the day by which something is to be mended: before it, on it and after it, each while it still is that day and the
 * department has not spoken. Whoever may then propose a disposal is told once the day is over, whether it has or not.
 */
export const remindOfDue = (state: Rectification, at: string, notice: Notice): readonly ProcessNotice[] => {
  const dueOn = owedOn(state);
  if (dueOn === undefined) return [];
  const { tenant, rectificationId } = state;
  const reminder = (
    days: number,
    told: ProcessNotice,
    of: 'rectificationOwed' | 'rectificationOpen',
  ): ProcessNotice => ({
    ...told,
    notBefore: shanghaiInstant(addDays(dueOn, days), morning).toISOString(),
    while: { of, tenant, rectificationId, dueOn },
  });
  const theirs = department(state);
  const coming = [
    reminder(-daysBefore, notice('rectification.soon', theirs), 'rectificationOwed'),
    reminder(0, notice('rectification.dueToday', theirs), 'rectificationOwed'),
  ];
  // A requirement that lapses is put before the authority instead, of which the department hears nothing (yc-cloud-19-9).
  const over =
    rectificationStatus(state) === 'required'
      ? []
      : [
          reminder(1, notice('rectification.overdue', theirs), 'rectificationOwed'),
          reminder(1, notice('rectification.lapsed', operators(state, rulesOf(state))), 'rectificationOpen'),
        ];
  return [...coming, ...over].filter(({ notBefore = '' }) => notBefore > at);
};
