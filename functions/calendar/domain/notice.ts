import type { NoticeBody } from '#shared/contracts/holiday-notices.ts';
import { addDays, type LocalDate } from '#shared/kernel/local-date.ts';
import type { OverlayNotice } from '#shared/kernel/working-calendar.ts';

/** A published notice: the one thing that a calendar version consists of, never changed again. */
export interface PublishedNotice extends NoticeBody {
  readonly version: number;
  /** City or county that the days are for; without it they are the nation's. */
  readonly scope?: string;
  /** Business time, ISO instant. */
  readonly publishedAt: string;
  /** Absent when it came from the command line. */
  readonly membershipId?: string;
}

/** The days of a stretch, both ends included. */
export const daysOfRange = ({ from, to }: { from: LocalDate; to: LocalDate }): readonly LocalDate[] => {
  const days: LocalDate[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push(date);
  return days;
};

/** What of a notice grounds a moved date. */
export const asGround = ({ version, title, number, scope, ranges }: PublishedNotice): OverlayNotice => ({
  version,
  title,
  ...(number === undefined ? {} : { number }),
  ...(scope === undefined ? {} : { scope }),
  days: ranges.flatMap(daysOfRange),
});

/** What was asked to be published, so that the same asked twice is known again. */
export const sameNotice = (a: NoticeBody, b: NoticeBody): boolean =>
  a.kind === b.kind &&
  a.title === b.title &&
  a.number === b.number &&
  a.issuedOn === b.issuedOn &&
  JSON.stringify(a.ranges) === JSON.stringify(b.ranges);
