import { computeDeadline } from '#shared/kernel/deadline.ts';
import { type LocalDate, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { spanWords } from '#shared/regulation/span-words.ts';
import { evolveObligation } from './evolve-obligation.ts';
import type { ObligationEvent } from './obligation-events.ts';
import {
  type Doer,
  isOpen,
  isOverdue,
  type Obligation,
  openPause,
  pendingExplanation,
} from './obligation-state.ts';
import { clockOf, kindOf, type Reckoning } from './reckon-due.ts';

/** What a judging body says of an obligation; the reason is always named. */
export type Verdict =
  | { readonly verdict: 'accept' | 'extend'; readonly until: LocalDate; readonly reason: string }
  | { readonly verdict: 'refuse' | 'reclaim' | 'pause' | 'resume'; readonly reason: string };

type Decided = Result<readonly ObligationEvent[], Refusal>;

const closed: Refusal = { code: 'obligation-closed', detail: '这一履约事项已经了结，不能再作决定。' };
const notOverdue: Refusal = {
  code: 'obligation-not-overdue',
  detail: '这一履约事项没有超期，不能说明情况或决定收回。',
};
const noExplanation: Refusal = {
  code: 'no-explanation',
  detail: '使用部门还没有提交情况说明，没有可以认定的内容。',
};

/** 情况说明 of the department, while it is late. */
export const explainLapse = (
  obligation: Obligation,
  said: { readonly by: Doer; readonly text: string; readonly wantedUntil?: LocalDate },
  { now }: Reckoning,
): Decided => {
  if (!isOpen(obligation)) return refuse(closed);
  const today = shanghaiDateOf(new Date(now));
  if (!isOverdue(obligation, today)) return refuse(notOverdue);
  if (pendingExplanation(obligation))
    return refuse({
      code: 'explanation-pending',
      detail: '上一份情况说明还在等运行管理机构认定，请等候结果。',
    });
  if (said.wantedUntil !== undefined && said.wantedUntil <= today)
    return refuse({
      code: 'obligation-invalid',
      detail: '登记的内容不符合要求，请按提示修改。',
      errors: [
        { pointer: '/wantedUntil', code: 'not-ahead', message: '希望延至的日期须晚于今天，请改后提交。' },
      ],
    });
  return accept([{ type: 'LapseExplained', ...said }]);
};

const notADate = (code: string, message: string): Refusal => ({
  code: 'obligation-invalid',
  detail: '登记的内容不符合要求，请按提示修改。',
  errors: [{ pointer: '/until', code, message }],
});

const setDate = (
  obligation: Obligation,
  as: 'accepted' | 'extended',
  { until, text, by }: { readonly until: LocalDate; readonly text: string; readonly by: Doer },
  reckoning: Reckoning,
): Decided => {
  if (openPause(obligation))
    return refuse({ code: 'obligation-invalid', detail: '这一履约事项已暂停，请先恢复再改期限。' });
  const on = shanghaiDateOf(new Date(reckoning.now));
  // A date that was set may be corrected, to an earlier one too; the reckoned one is never cut short.
  const { reminded: _reminded, fixed: _set, ...anew } = obligation;
  const reckoned = clockOf(anew, reckoning).due;
  const ahead = reckoned === undefined || until > reckoned.dueOn;
  if (until <= on || !ahead)
    return refuse(notADate('not-ahead', '新的期限须晚于今天和规则规定的期限，请改为更晚的日期。'));
  const most = reckoning.rules.setsAtMost.value;
  const latest = computeDeadline({ from: on, ...most, direction: 'after' }, reckoning.calendar).dueOn;
  if (until > latest)
    return refuse(notADate('too-far', `新的期限最晚为 ${latest}（${spanWords(most)}内），请核对年份。`));
  const clock = clockOf({ ...anew, fixed: { until, on } }, reckoning);
  return accept([{ type: 'DateSet', as, by, text, until, clock }]);
};

const judgeExplanation = (
  obligation: Obligation,
  verdict: Verdict,
  by: Doer,
  reckoning: Reckoning,
): Decided => {
  if (!pendingExplanation(obligation)) return refuse(noExplanation);
  const text = verdict.reason;
  return verdict.verdict === 'accept'
    ? setDate(obligation, 'accepted', { until: verdict.until, text, by }, reckoning)
    : accept([{ type: 'ExplanationRefused', by, text }]);
};

/** Never by itself: only where the rules allow it, when it is late, and after what the department said was judged. */
const orderReclaim = (obligation: Obligation, text: string, by: Doer, { rules, now }: Reckoning): Decided => {
  if (kindOf(rules, obligation.kind).lapse.value !== 'mayReclaim')
    return refuse({ code: 'reclaim-not-offered', detail: '本市规则没有规定这一事项超期可以收回资源。' });
  if (!isOverdue(obligation, shanghaiDateOf(new Date(now)))) return refuse(notOverdue);
  if (pendingExplanation(obligation))
    return refuse({
      code: 'explanation-pending',
      detail: '使用部门的情况说明还没有认定，请先认定再决定是否收回。',
    });
  return accept([{ type: 'ReclaimOrdered', by, text }]);
};

const pause = (obligation: Obligation, text: string, by: Doer, { now }: Reckoning): Decided => {
  if (openPause(obligation) || obligation.due === undefined)
    return refuse({ code: 'obligation-invalid', detail: '这一履约事项已暂停，或没有期限，不能暂停。' });
  if (isOverdue(obligation, shanghaiDateOf(new Date(now))))
    return refuse({ code: 'obligation-invalid', detail: '这一履约事项已超期，不能暂停；确有理由的请延期。' });
  return accept([{ type: 'ObligationPaused', by, text }]);
};

const resume = (obligation: Obligation, text: string, by: Doer, reckoning: Reckoning): Decided => {
  if (!openPause(obligation)) return refuse({ code: 'obligation-invalid', detail: '这一履约事项没有暂停。' });
  const event = { type: 'ObligationResumed', by, text, clock: {} } as const;
  const { reminded: _reminded, ...resumed } = evolveObligation(obligation, event, reckoning.now);
  return accept([{ ...event, clock: clockOf(resumed, reckoning) }]);
};

/** 认定、延期、暂停、恢复、决定收回 by the body that the rules name. */
export const judgeObligation = (
  obligation: Obligation,
  verdict: Verdict,
  by: Doer,
  reckoning: Reckoning,
): Decided => {
  if (!isOpen(obligation)) return refuse(closed);
  const { reason: text } = verdict;
  switch (verdict.verdict) {
    case 'accept':
    case 'refuse':
      return judgeExplanation(obligation, verdict, by, reckoning);
    case 'extend':
      return setDate(obligation, 'extended', { until: verdict.until, text, by }, reckoning);
    case 'reclaim':
      return orderReclaim(obligation, text, by, reckoning);
    case 'pause':
      return pause(obligation, text, by, reckoning);
    case 'resume':
      return resume(obligation, text, by, reckoning);
  }
};
