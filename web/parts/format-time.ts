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

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long something took or has lasted, in the two largest units: `2 天 3 小时`, `不到 1 分钟`. */
export const formatSpan = (fromInstant: string, toInstant: string): string => {
  const span = Math.max(0, Date.parse(toInstant) - Date.parse(fromInstant));
  const days = Math.floor(span / day);
  const hours = Math.floor((span % day) / hour);
  const minutes = Math.floor((span % hour) / minute);
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`;
  if (hours > 0) return minutes > 0 ? `${hours} 小时 ${minutes} 分钟` : `${hours} 小时`;
  return minutes > 0 ? `${minutes} 分钟` : '不到 1 分钟';
};
