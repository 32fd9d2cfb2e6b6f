import type { OrderView } from '#shared/contracts/provisioning.ts';
import { ClauseChip } from '../clause-chip.tsx';
import { formatDate } from '../format-time.ts';
import './lifecycle.css';

type Due = NonNullable<OrderView['due']>;

const marks: Readonly<Record<Due['light'], string>> = {
  normal: 'lifecycle-mark',
  soon: 'lifecycle-mark',
  overdue: 'lifecycle-mark lifecycle-mark-late',
  met: 'lifecycle-mark lifecycle-mark-done',
  missed: 'lifecycle-mark lifecycle-mark-late',
};
const shapes: Readonly<Record<Due['light'], string>> = {
  normal: '●',
  soon: '◆',
  overdue: '▲',
  met: '✓',
  missed: '▲',
};

/** 期限: day, light as shape and word, and its ground. */
export const DueWord = ({ due }: { readonly due: Due }) => (
  <span>
    <span className={marks[due.light]}>
      <span aria-hidden="true">{shapes[due.light]} </span>
      {due.word}
    </span>{' '}
    {formatDate(due.dueOn)}
    {due.moved && (
      <span className="quiet small">
        （原为 {formatDate(due.moved.from)}，依据{due.moved.why.join('、')}）
      </span>
    )}
    {due.provisional && '（暂定，待节假日安排公布）'} <ClauseChip clause={due.clause} />
  </span>
);
