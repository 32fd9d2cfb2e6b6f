import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { weekdayOf } from '#shared/kernel/local-date.ts';
import { calendarBase, createWorkingCalendar, type OverlayDay } from '#shared/kernel/working-calendar.ts';
import { arrangements, daysOf } from '#test/support/state-council-days.ts';

const calendar = createWorkingCalendar();
const overlaid = (days: readonly OverlayDay[], scope?: string) =>
  createWorkingCalendar({ version: 'test', days }, scope);

describe('the working calendar', () => {
  it.each(arrangements)(
    'agrees with the State Council on every day of $year',
    ({ year, holidays, workdays }) => {
      const expected = (date: string): boolean => {
        if (workdays.includes(date)) return true;
        if (holidays.some(([from, to]) => date >= from && date <= to)) return false;
        return weekdayOf(date) !== 0 && weekdayOf(date) !== 6;
      };
      const differing = daysOf(year).filter((date) => calendar.day(date).working !== expected(date));
      expect(differing).toEqual([]);
      expect(daysOf(year).some((date) => calendar.day(date).provisional)).toBe(false);
    },
  );

  it('names its data, and the name is that of the installed package', () => {
    const { name, version } = JSON.parse(readFileSync('node_modules/chinese-days/package.json', 'utf8'));
    expect(calendarBase).toBe(`${name}@${version}`);
    expect(overlaid([]).version).toBe(`${calendarBase}+test`);
  });

  it('says why: the holiday, the weekend, the make-up day', () => {
    expect(calendar.day('2026-10-01')).toEqual({ working: false, reason: '国庆节', provisional: false });
    expect(calendar.day('2026-10-17').reason).toBe('周六');
    expect(calendar.day('2026-10-10')).toMatchObject({ working: true, reason: '国庆节调休上班' });
  });

  it('calls a year without an arrangement provisional, New Year included', () => {
    expect(calendar.day('2027-01-01')).toEqual({ working: true, reason: '周五', provisional: true });
    expect(calendar.day('2003-10-01').provisional).toBe(true);
  });

  it("takes a year's notice from the overlay and is provisional no longer", () => {
    const notice: OverlayDay[] = [
      { date: '2027-01-01', kind: 'holiday', reason: '元旦' },
      { date: '2027-10-01', kind: 'holiday', reason: '国庆节' },
      { date: '2027-10-09', kind: 'workday', reason: '国庆节调休上班' },
    ];
    expect(overlaid(notice).day('2027-01-01')).toEqual({
      working: false,
      reason: '元旦',
      provisional: false,
    });
    expect(overlaid(notice).day('2027-10-09')).toMatchObject({ working: true, provisional: false });
  });

  it('closes only where the closure is, and a local closure makes no year known', () => {
    const closure: OverlayDay = {
      date: '2027-07-08',
      kind: 'holiday',
      reason: '台风停工',
      scope: 'yancheng/dafeng',
    };
    const city: OverlayDay = { ...closure, date: '2026-07-09', scope: 'yancheng' };
    const days = [closure, city];
    expect(overlaid(days, 'yancheng/dafeng').day('2027-07-08')).toEqual({
      working: false,
      reason: '台风停工',
      provisional: true,
    });
    expect(overlaid(days, 'yancheng/dafengnan').day('2027-07-08').working).toBe(true);
    expect(overlaid(days, 'yancheng/tinghu').day('2026-07-09').working).toBe(false);
    expect(overlaid(days, 'kaifeng/qixian').day('2026-07-09').working).toBe(true);
    expect(overlaid([{ ...closure, date: '2027-10-01' }]).day('2027-10-08').provisional).toBe(true);
  });
});
