import type { LocalDate } from './local-date.ts';
import type { TenantId } from './tenant.ts';
import { type OverlayNotice, scopeCovers, versionOfOverlay } from './working-calendar.ts';

/** A date as it was last reckoned: for whom, on which calendar and from which day. */
export interface ReckonedDate {
  readonly tenant: TenantId;
  readonly calendarVersion: string | undefined;
  readonly from: LocalDate;
}

const nameOf = ({ title, number }: OverlayNotice): string =>
  number === undefined ? `《${title}》` : `《${title}》（${number}）`;

/**
 * The notices published since a date was reckoned that concern its tenant. Those with a day between its beginning and
 * its ends are named; when none has one, the date has only become firm and all of them are.
 */
export const groundsOf = (
  { tenant, calendarVersion, from }: ReckonedDate,
  ends: readonly LocalDate[],
  notices: readonly OverlayNotice[],
): readonly string[] => {
  const since = versionOfOverlay(calendarVersion);
  const fresh = notices.filter(({ version, scope }) => version > since && scopeCovers(scope, tenant));
  const touching = fresh.filter(({ days }) =>
    days.some((date) => date >= from && ends.some((end) => date <= end)),
  );
  return (touching.length > 0 ? touching : fresh).map(nameOf);
};
