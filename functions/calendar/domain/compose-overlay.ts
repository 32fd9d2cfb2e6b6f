import type { CalendarOverlay } from '#shared/kernel/working-calendar.ts';
import { daysOfRange, type PublishedNotice } from './notice.ts';

type Ranked = Omit<PublishedNotice, 'version'>;

/** Nation, city, county: what is nearer counts over what is wider. */
const depthOf = ({ scope }: Ranked): number => (scope === undefined ? 0 : scope.split('/').length);

const byWeight = (a: Ranked, b: Ranked): number => {
  if (depthOf(a) !== depthOf(b)) return depthOf(a) - depthOf(b);
  const [left, right] = [a, b].map(({ issuedOn, number, title, ranges }) =>
    JSON.stringify([issuedOn, number ?? '', title, ranges]),
  );
  return (left ?? '') < (right ?? '') ? -1 : 1;
};

/**
 * A city's calendar from all of its notices. Where two say something of one day, the nearer body counts, and of the
 * same body the notice issued later; the order in which they were published counts for nothing.
 */
export const composeOverlay = (version: number, notices: readonly Ranked[]): CalendarOverlay => ({
  version: String(version),
  days: [...notices].sort(byWeight).flatMap((notice) =>
    notice.ranges.flatMap((range) =>
      daysOfRange(range).map((date) => ({
        date,
        kind: range.kind,
        reason: range.reason,
        ...(notice.scope === undefined ? {} : { scope: notice.scope }),
      })),
    ),
  ),
});
