import { type LocalDate, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { FieldRefusal, Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import type { ObligationPerformed } from './obligation-events.ts';
import {
  isOpen,
  type Obligation,
  type ObligationStatus,
  type Performance,
  statusOf,
} from './obligation-state.ts';
import { kindOf, type Reckoning } from './reckon-due.ts';

/** What was recorded before it: its day; undefined while it has not been; absent where nothing comes before. */
export interface Earlier {
  readonly title: string;
  readonly on: LocalDate | undefined;
}

const decided = '运行管理机构已决定收回，不能再登记。如有异议请联系运行管理机构。';
const closedWords: Readonly<Record<ObligationStatus, string>> = {
  open: decided,
  paused: decided,
  performed: '这一履约事项已经登记完成，不需要再次登记。',
  reclaimOrdered: decided,
  ended: '相应资源已经收回，这一事项不再履行，不需要登记。',
};
const closed = (obligation: Obligation): Refusal => ({
  code: 'obligation-closed',
  detail: closedWords[statusOf(obligation)],
});

const problemsOf = (
  obligation: Obligation,
  performed: Omit<Performance, 'at'>,
  { rules, now }: Reckoning,
): readonly FieldRefusal[] => {
  const { on, level } = performed;
  const asksLevel = kindOf(rules, obligation.kind).asksLevel === true;
  return [
    ...(on > shanghaiDateOf(new Date(now))
      ? [{ pointer: '/on', code: 'in-future', message: '完成日期不能晚于今天，请改为实际完成的日期。' }]
      : []),
    ...(on < obligation.from
      ? [
          {
            pointer: '/on',
            code: 'too-early',
            message: `完成日期不能早于起算日 ${obligation.from}，请核对后重新填写。`,
          },
        ]
      : []),
    ...(asksLevel && level === undefined
      ? [{ pointer: '/level', code: 'level-required', message: '请选择测评的等级保护级别。' }]
      : []),
    ...(!asksLevel && level !== undefined
      ? [{ pointer: '/level', code: 'level-unasked', message: '这一事项不登记等级保护级别，请去掉。' }]
      : []),
  ];
};

const orderProblems = (on: LocalDate, earlier: Earlier | undefined): readonly FieldRefusal[] =>
  earlier?.on !== undefined && on < earlier.on
    ? [
        {
          pointer: '/on',
          code: 'before-earlier',
          message: `完成日期不能早于“${earlier.title}”的日期 ${earlier.on}，请核对后重新填写。`,
        },
      ]
    : [];

/** 履约登记 by the department, with what shows it; recorded once. */
export const performObligation = (
  obligation: Obligation,
  performed: Omit<Performance, 'at'>,
  earlier: Earlier | undefined,
  reckoning: Reckoning,
): Result<readonly ObligationPerformed[], Refusal> => {
  if (!isOpen(obligation)) return refuse(closed(obligation));
  const { metBy } = kindOf(reckoning.rules, obligation.kind);
  if (metBy !== undefined)
    return refuse({
      code: 'obligation-invalid',
      detail: `这一事项随“${kindOf(reckoning.rules, metBy).title}”一并登记，请登记该事项。`,
    });
  if (earlier && earlier.on === undefined)
    return refuse({ code: 'obligation-too-early', detail: `请先登记“${earlier.title}”，再登记这一事项。` });
  const errors = [...problemsOf(obligation, performed, reckoning), ...orderProblems(performed.on, earlier)];
  if (errors.length > 0)
    return refuse({ code: 'obligation-invalid', detail: '登记的内容不符合要求，请按提示修改。', errors });
  return accept([{ type: 'ObligationPerformed', performance: performed }]);
};

/** What was recorded for another obligation settles this one as well, on the same day and by the same word. */
export const performWith = (
  obligation: Obligation | undefined,
  source: Obligation | undefined,
): readonly ObligationPerformed[] => {
  if (!obligation || !isOpen(obligation) || !source?.performance) return [];
  const { at: _at, evidence: _evidence, ...performance } = source.performance;
  return [
    { type: 'ObligationPerformed', performance: { ...performance, recordedWith: source.obligationId } },
  ];
};
