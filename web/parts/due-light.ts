/** 正常 / 将到期 / 已超期: how a due date stands on a day. */
export interface DueLight {
  readonly kind: 'normal' | 'soon' | 'overdue';
  readonly word: string;
}

const dayMilliseconds = 86_400_000;
/** Natural days before the date from which the light warns; a matter of display, not of any rule. */
const warnWithinDays = 2;

/** Both dates as ISO dates of Asia/Shanghai. */
export const dueLightOf = (dueOn: string, today: string): DueLight => {
  const days = Math.round((Date.parse(dueOn) - Date.parse(today)) / dayMilliseconds);
  if (days < 0) return { kind: 'overdue', word: `已超期 ${-days} 天` };
  if (days === 0) return { kind: 'soon', word: '今天到期' };
  return days <= warnWithinDays
    ? { kind: 'soon', word: `将到期，剩 ${days} 天` }
    : { kind: 'normal', word: '正常' };
};
