import { countWorkingDays } from '#shared/kernel/count-working-days.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import type { WorkingCalendar } from '#shared/kernel/working-calendar.ts';
import type { OrderDue } from '../domain/order-state.ts';

export type DueLightState = 'normal' | 'soon' | 'overdue' | 'met' | 'missed';

export interface DueView {
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly clause: string;
  readonly light: DueLightState;
  readonly word: string;
}

const words: Readonly<Record<DueLightState, string>> = {
  normal: '正常',
  soon: '将到期',
  overdue: '已超期',
  met: '按期完成',
  missed: '超期完成',
};

const lightOf = (
  dueOn: string,
  doneAt: string | undefined,
  { calendar, now }: { readonly calendar: WorkingCalendar; readonly now: Date },
): DueLightState => {
  if (doneAt !== undefined) return shanghaiDateOf(new Date(doneAt)) <= dueOn ? 'met' : 'missed';
  const today = shanghaiDateOf(now);
  if (today > dueOn) return 'overdue';
  return countWorkingDays(today, dueOn, calendar) <= 1 ? 'soon' : 'normal';
};

/** 期限 at its end of day: done on it is in time; afterwards it is overdue. */
export const dueView = (
  due: OrderDue | undefined,
  doneAt: string | undefined,
  today: { readonly calendar: WorkingCalendar; readonly now: Date },
): DueView | undefined => {
  if (!due) return undefined;
  const light = lightOf(due.dueOn, doneAt, today);
  const { dueOn, provisional, clause } = due;
  return { dueOn, provisional, clause, light, word: words[light] };
};
