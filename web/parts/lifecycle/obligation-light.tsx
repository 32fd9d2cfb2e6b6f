import type { ObligationSummary } from '#shared/contracts/obligations.ts';
import { formatDate } from '../format-time.ts';
import './lifecycle.css';

type Light = ObligationSummary['light'];

const shapes: Readonly<Record<Light, string>> = {
  none: '○',
  normal: '●',
  soon: '◆',
  overdue: '▲',
  paused: '❚❚',
  reminded: '◆',
  met: '✓',
  missed: '▲',
  ended: '○',
};
const marks: Readonly<Partial<Record<Light, string>>> = {
  overdue: 'lifecycle-mark lifecycle-mark-late',
  missed: 'lifecycle-mark lifecycle-mark-late',
  met: 'lifecycle-mark lifecycle-mark-done',
};

const left = ({ due, light }: ObligationSummary): string => {
  if (!due || !['normal', 'soon', 'overdue'].includes(light)) return '';
  if (due.daysLeft > 0) return `，剩 ${due.daysLeft} 个工作日`;
  if (light === 'soon') return '，今天到期';
  return due.daysLeft < 0 ? ` ${-due.daysLeft} 个工作日` : '';
};

/** 灯 as shape, colour and word, and the day. */
export const ObligationLight = ({ item }: { readonly item: ObligationSummary }) => (
  <span>
    <span className={marks[item.light] ?? 'lifecycle-mark'}>
      <span aria-hidden="true">{shapes[item.light]} </span>
      {item.word}
      {left(item)}
    </span>
    {item.due && (
      <div className="quiet small">
        期限 {formatDate(item.due.dueOn)}
        {item.due.provisional && '（暂定，待节假日安排公布）'}
      </div>
    )}
  </span>
);
