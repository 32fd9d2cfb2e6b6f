import type { ObligationView } from '#shared/contracts/obligations.ts';
import { formatDate } from '../format-time.ts';

/** 期限怎样算出: from when, how long, what was paused and which days were passed over. */
export const Reckoning = ({
  reckoning,
}: {
  readonly reckoning: NonNullable<ObligationView['reckoning']>;
}) => (
  <section className="panel" aria-label="期限怎样算出">
    <h2>期限怎样算出</h2>
    <p>
      自 {formatDate(reckoning.from)} 起
      {reckoning.limit === undefined ? '，由决定确定的日期' : `，${reckoning.limit}`}
      ，起算日不计入，当日结束前有效。
    </p>
    {reckoning.pauses.map(({ from, to }) => (
      <p key={from} className="quiet">
        暂停 {formatDate(from)} 至 {to === undefined ? '今' : formatDate(to)}
      </p>
    ))}
    {reckoning.skipped.length > 0 && (
      <details>
        <summary>跳过 {reckoning.skipped.length} 天（休息日和节假日）</summary>
        <p className="quiet small">
          {reckoning.skipped.map(({ date, reason }) => `${date} ${reason}`).join('、')}
        </p>
      </details>
    )}
    <p className="quiet small">工作日历 {reckoning.calendarVersion}</p>
  </section>
);
