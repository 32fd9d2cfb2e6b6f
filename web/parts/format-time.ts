const zone = 'Asia/Shanghai';
const dayParts = new Intl.DateTimeFormat('zh-CN', {
  timeZone: zone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

const partsOf = (instant: Date): Readonly<Record<string, string>> =>
  Object.fromEntries(dayParts.formatToParts(instant).map(({ type, value }) => [type, value]));

/** ISO date in Asia/Shanghai, e.g. `2026-10-16`. */
export const dateOf = (instant: Date): string => {
  const { year, month, day } = partsOf(instant) as Record<'year' | 'month' | 'day', string>;
  return `${year}-${month}-${day}`;
};

/** `2026-10-16` → `2026-10-16（周五）`. */
export const formatDate = (isoDate: string): string =>
  `${isoDate}（${partsOf(new Date(`${isoDate}T12:00:00+08:00`))['weekday']}）`;

/** ISO instant → `2026-10-16（周五） 09:05`, Asia/Shanghai. */
export const formatInstant = (isoInstant: string): string => {
  const instant = new Date(isoInstant);
  const { hour, minute } = partsOf(instant) as Record<'hour' | 'minute', string>;
  return `${formatDate(dateOf(instant))} ${hour}:${minute}`;
};
