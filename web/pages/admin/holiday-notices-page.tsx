import { HolidayNotices } from '../../parts/calendar/holiday-notices.tsx';

/** 工作日历: the notices that it consists of, and what each of them moved. */
export const HolidayNoticesPage = () => (
  <>
    <title>工作日历 · 云网通</title>
    <div className="page-head">
      <h1>工作日历</h1>
    </div>
    <HolidayNotices />
  </>
);
