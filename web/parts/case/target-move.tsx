import type { TaskView } from '#shared/contracts/case-tasks.ts';
import { formatDate, formatInstant } from '../format-time.ts';

/** A moved date: from old to new, on what ground and who was told; below it the days that the count passed over. */
export const TargetMove = ({ task }: { readonly task: TaskView }) => {
  const { targetMove: move, deadline } = task;
  return (
    <>
      {move && (
        <div className="target-move">
          <span>
            参考时间
            {move.from === move.to
              ? `由暂定转为确定：${formatDate(move.to)}`
              : `由 ${formatDate(move.from)} 调整为 ${formatDate(move.to)}`}
          </span>
          {move.why.map((notice) => (
            <span key={notice} className="clause-chip">
              <span className="visually-hidden">依据：</span>
              {notice}
            </span>
          ))}
          <span className="quiet">
            {formatInstant(move.at)} 已告知{move.told}
          </span>
        </div>
      )}
      {deadline && (
        <details className="target-count">
          <summary>
            {formatDate(deadline.from)} 次日起 {deadline.amount} 个工作日
            {deadline.skipped.length > 0 && `，跳过 ${deadline.skipped.length} 天`}
          </summary>
          <ul>
            {deadline.skipped.map(({ date, reason }) => (
              <li key={date}>
                {formatDate(date)} {reason}
              </li>
            ))}
          </ul>
          <span className="quiet">日历 {deadline.calendarVersion}</span>
        </details>
      )}
    </>
  );
};
