import { computeDeadline } from '#shared/kernel/deadline.ts';
import { addMonths, isLocalDate, type LocalDate } from '#shared/kernel/local-date.ts';
import type { FieldRefusal } from '#shared/kernel/refusal.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { KindChecks } from '../profile.ts';
import { spanWords } from '../span-words.ts';
import { type ApplicationForm, isFilled, rowsAt, textAt, valueAt } from './application-form.ts';
import { isFormDay } from './check-value.ts';

const dayAt = (form: ApplicationForm, pointer: string): LocalDate | undefined => {
  const text = textAt(form, pointer);
  return isLocalDate(text) ? text : undefined;
};

type Ahead = NonNullable<KindChecks['ahead']>;

const checkAhead = (
  form: ApplicationForm,
  { value: { field, span, lateReason }, clause }: Ahead,
  on: LocalDate,
  calendar: WorkingCalendar,
): readonly FieldRefusal[] => {
  const wanted = dayAt(form, field);
  if (wanted === undefined) return [];
  // From a day that is past nothing is counted back: it may be the first that a calendar knows.
  const past = wanted < on;
  const latest = past ? on : computeDeadline({ from: wanted, ...span, direction: 'before' }, calendar).dueOn;
  if (!past && on <= latest) return [];
  if (lateReason !== undefined && isFilled(valueAt(form, lateReason))) return [];
  const earliest = computeDeadline({ from: on, ...span, direction: 'after' }, calendar).dueOn;
  const remedy = lateReason === undefined ? '' : '；确因紧急来不及的，请填写来不及提前的理由，由审核人员认定';
  const missed = past ? `${wanted} 已过` : `${wanted}开始的，最迟 ${latest} 提交`;
  const message = `须至少提前${spanWords(span)}申请：${missed}。请改到 ${earliest} 或以后${remedy}。`;
  return [{ pointer: lateReason ?? field, code: 'too-late', message, clause }];
};

const checkPeriod = (
  form: ApplicationForm,
  { from, to, clause }: NonNullable<KindChecks['periods']>[number],
): readonly FieldRefusal[] => {
  const [start, end] = [dayAt(form, from), dayAt(form, to)];
  return start === undefined || end === undefined || start <= end
    ? []
    : [
        {
          pointer: to,
          code: 'ends-before-start',
          message: `结束日期（${end}）早于开始日期（${start}），请改正。`,
          clause,
        },
      ];
};

const checkUnused = (
  form: ApplicationForm,
  { value: { table, used, handed, months }, clause }: NonNullable<KindChecks['unused']>,
  on: LocalDate,
): readonly FieldRefusal[] =>
  rowsAt(form, table).flatMap((row, index) => {
    const [last, given] = [String(row[used]), String(row[handed])];
    if (!isFormDay(last) || !isFormDay(given)) return [];
    const tooYoung = addMonths(last, months) > given;
    if (!tooYoung && given <= on) return [];
    return [
      tooYoung
        ? {
            pointer: `${table}/${index}/${used}`,
            code: 'used-lately',
            message: `移交档案机构的须是 ${months} 个月以上很少使用的数据，最后使用日期 ${last} 距移交不足，请核对。`,
            clause,
          }
        : {
            pointer: `${table}/${index}/${handed}`,
            code: 'not-yet',
            message: `移交日期 ${given} 还没有到，完成移交后再提交。`,
            clause,
          },
    ];
  });

/** Days of the form against each other and against the day on which it is sent. */
export const checkDays = (
  form: ApplicationForm,
  { ahead, periods = [], unused }: KindChecks,
  on: LocalDate,
  calendar: WorkingCalendar,
): readonly FieldRefusal[] => [
  ...(ahead ? checkAhead(form, ahead, on, calendar) : []),
  ...(unused ? checkUnused(form, unused, on) : []),
  ...periods.flatMap((period) => checkPeriod(form, period)),
];
