import { useState } from 'react';
import type { CalendarView } from '#shared/contracts/calendar.ts';
import { useCalendar } from '../../api/administration.ts';
import { Button } from '../../parts/button.tsx';
import { HolidayNotices } from '../../parts/calendar/holiday-notices.tsx';
import { formatDate } from '../../parts/format-time.ts';
import { Notice } from '../../parts/notice.tsx';
import { PageSkeleton } from '../../parts/page-skeleton.tsx';
import { ProblemPanel } from '../../parts/problem-panel.tsx';
import { TableFrame } from '../../parts/table-frame.tsx';

const Days = ({ days }: { readonly days: CalendarView['days'] }) => (
  <TableFrame label="放假和调休">
    <table className="table">
      <thead>
        <tr>
          <th scope="col">日期</th>
          <th scope="col">安排</th>
          <th scope="col">事由</th>
          <th scope="col">范围</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ date, kind, reason, local }) => (
          <tr key={date}>
            <td data-label="日期">{formatDate(date)}</td>
            <td data-label="安排">{kind === 'holiday' ? '放假' : '上班'}</td>
            <td data-label="事由">{reason}</td>
            <td data-label="范围">{local ? '本地安排' : '全国'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </TableFrame>
);

interface YearProps {
  readonly calendar: CalendarView;
  readonly onYear: (year: number) => void;
}

const Year = ({ calendar, onYear }: YearProps) => {
  const { year, provisional, workingDays, days, version } = calendar;
  return (
    <>
      <div className="admin-tools">
        <span className="year-choice">
          <Button onClick={() => onYear(year - 1)}>上一年</Button>
          <strong>{year} 年</strong>
          <Button onClick={() => onYear(year + 1)}>下一年</Button>
        </span>
        <span>
          全年工作日 <strong>{workingDays}</strong> 天{provisional && '（暂定）'}
        </span>
      </div>
      {provisional && (
        <Notice
          type="warning"
          title={`${year} 年的放假安排尚未录入，为暂定日历`}
          description="涉及这一年的办理期限按普通周末计算并标明“暂定”；国务院办公厅放假通知录入后重新计算。"
        />
      )}
      {days.length > 0 && <Days days={days} />}
      <p className="quiet small">日历版本 {version}</p>
    </>
  );
};

/** 工作日历: what deadlines are computed by, which years are provisional, and the notices that it consists of. */
export const CalendarPage = () => {
  const [year, setYear] = useState<number>();
  const calendar = useCalendar(year);
  return (
    <>
      <title>工作日历 · 云网通</title>
      <div className="page-head">
        <h1>工作日历</h1>
      </div>
      <p className="quiet">办理期限按此计算：周一至周五上班，下列日期除外。</p>
      {calendar.isPending && <PageSkeleton />}
      {calendar.error && <ProblemPanel error={calendar.error} onRetry={calendar.refetch} />}
      {calendar.data && <Year calendar={calendar.data} onYear={setYear} />}
      <HolidayNotices />
    </>
  );
};
