import type { ObligationSummary } from '#shared/contracts/obligations.ts';
import { countWorkingDays } from '#shared/kernel/count-working-days.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { isOverdue, type Obligation, statusOf } from '../domain/obligation-state.ts';
import { kindOf, type Reckoning } from '../domain/reckon-due.ts';

export type Light = ObligationSummary['light'];

const words: Readonly<Record<Light, string>> = {
  none: '未设期限',
  normal: '正常',
  soon: '将到期',
  overdue: '已超期',
  paused: '已暂停',
  reminded: '承诺已过期',
  met: '按期完成',
  missed: '超期完成',
  ended: '资源已收回，不再履行',
};

/** Working days from today to the due day; negative when it is late, also where only a weekend has passed. */
export const daysLeft = (dueOn: string, { calendar, now }: Pick<Reckoning, 'calendar' | 'now'>): number => {
  const today = shanghaiDateOf(new Date(now));
  const days = countWorkingDays(today, dueOn, calendar);
  return today > dueOn ? Math.min(days, 0) : days;
};

const openLight = (obligation: Obligation, dueOn: string, reckoning: Reckoning): Light => {
  const { lapse } = kindOf(reckoning.rules, obligation.kind);
  if (isOverdue(obligation, shanghaiDateOf(new Date(reckoning.now))))
    return lapse.value === 'reminds' ? 'reminded' : 'overdue';
  return daysLeft(dueOn, reckoning) <= reckoning.rules.reminders.value.before ? 'soon' : 'normal';
};

const lightOf = (obligation: Obligation, reckoning: Reckoning): Light => {
  const { due, performance } = obligation;
  const status = statusOf(obligation);
  if (status === 'ended' || (status === 'paused' && due)) return status;
  if (!due) return performance ? 'met' : 'none';
  if (performance) return performance.on <= due.dueOn ? 'met' : 'missed';
  return status === 'reclaimOrdered' ? 'overdue' : openLight(obligation, due.dueOn, reckoning);
};

/** 灯: due at the end of its day, and late from the day after; a pledge that is not kept is only reminded of. */
export const obligationLight = (
  obligation: Obligation,
  reckoning: Reckoning,
): { readonly light: Light; readonly word: string } => {
  const light = lightOf(obligation, reckoning);
  return { light, word: words[light] };
};
