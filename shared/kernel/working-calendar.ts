import chineseDays from 'chinese-days';
import { type LocalDate, weekdayOf, yearOf } from './local-date.ts';

/** A day that a State Council notice or a local decision makes a holiday or a working day. */
export interface OverlayDay {
  readonly date: LocalDate;
  readonly kind: 'holiday' | 'workday';
  /** The notice or the occasion, in Chinese; shown wherever the day is skipped. */
  readonly reason: string;
  /** City or tenant that the day is for (`yancheng`, `yancheng/dafeng`); without it the day is national. */
  readonly scope?: string;
}

/** What administrators keep over the library's data; a later entry for a day wins. */
export interface CalendarOverlay {
  readonly version: string;
  readonly days: readonly OverlayDay[];
}

/** A published notice as far as it grounds a moved date. */
export interface OverlayNotice {
  /** The calendar version that it made. */
  readonly version: number;
  readonly title: string;
  /** 文号. */
  readonly number?: string;
  readonly scope?: string;
  readonly days: readonly LocalDate[];
}

interface CalendarDay {
  readonly working: boolean;
  /** Why it is what it is, e.g. 国庆节, 周六, 春节调休上班. */
  readonly reason: string;
  /** The State Council's arrangement for the day's year isn't known, so this is only the plain week. */
  readonly provisional: boolean;
}

export interface WorkingCalendar {
  /** Names the data behind every answer: library version and overlay version. */
  readonly version: string;
  readonly day: (date: LocalDate) => CalendarDay;
}

/** Kept equal to the installed package by a test. */
export const calendarBase = 'chinese-days@1.5.7';

const emptyOverlay: CalendarOverlay = { version: '0', days: [] };

const weekdayNames = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** The library's names are `English,中文,days off` for arranged days and an English weekday for all others. */
const arrangedName = (date: LocalDate): string | undefined =>
  chineseDays.getDayDetail(date).name.split(',')[1];

/** The library knows a year when it names its National Day; stray days around New Year don't make a year known. */
const inBase = (year: number): boolean => arrangedName(`${year}-10-01`) !== undefined;

const baseDay = (date: LocalDate): { working: boolean; reason: string } => {
  const name = arrangedName(date);
  const weekday = weekdayOf(date);
  const plain = { working: weekday > 0 && weekday < 6, reason: weekdayNames[weekday] ?? '' };
  if (name === undefined) return plain;
  return chineseDays.isWorkday(date)
    ? { working: true, reason: `${name}调休上班` }
    : { working: false, reason: name };
};

/** Whether what is meant for `scope` (a city, a tenant, or without it the nation) holds for a city or tenant. */
export const scopeCovers = (scope: string | undefined, whose: string | undefined): boolean =>
  scope === undefined || scope === whose || (whose?.startsWith(`${scope}/`) ?? false);

/** Version of the overlay in a calendar's name; 0 where there was none. */
export const versionOfOverlay = (calendarVersion: string | undefined): number =>
  Number(calendarVersion?.slice(calendarVersion.lastIndexOf('+') + 1) ?? 0) || 0;

/**
 * The working days of a city or tenant: the library's State Council data under the overlay.
 * A year is known when the library or a national overlay entry arranges its National Day; otherwise it is provisional.
 */
export const createWorkingCalendar = (
  overlay: CalendarOverlay = emptyOverlay,
  scope?: string,
): WorkingCalendar => {
  const days = new Map(
    overlay.days.filter((day) => scopeCovers(day.scope, scope)).map((day) => [day.date, day]),
  );
  const noticed = new Set(
    overlay.days
      .filter((day) => day.scope === undefined && day.kind === 'holiday' && day.date.endsWith('-10-01'))
      .map((day) => yearOf(day.date)),
  );
  const known = new Map<number, boolean>();
  const isKnown = (year: number): boolean => {
    const answer = known.get(year) ?? (noticed.has(year) || inBase(year));
    known.set(year, answer);
    return answer;
  };
  return {
    version: `${calendarBase}+${overlay.version}`,
    day: (date) => {
      const own = days.get(date);
      const day = own === undefined ? baseDay(date) : { working: own.kind === 'workday', reason: own.reason };
      return { ...day, provisional: !isKnown(yearOf(date)) };
    },
  };
};
