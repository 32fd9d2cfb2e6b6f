/** A calendar day as people in China count it, `YYYY-MM-DD`. */
export type LocalDate = string;

const dayMs = 86_400_000;
/** China has kept UTC+8 without daylight saving since 1991. */
const shanghaiOffsetMs = 8 * 3_600_000;
const pattern = /^(\d{4})-(\d{2})-(\d{2})$/;

const format = (epochMs: number): LocalDate => {
  const year = new Date(epochMs).getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw new RangeError('a date outside the years 1 to 9999');
  return new Date(epochMs).toISOString().slice(0, 10);
};

const ofParts = (year: number, monthIndex: number, day: number): number =>
  new Date(0).setUTCFullYear(year, monthIndex, day);

const parts = (date: LocalDate): readonly [year: number, monthIndex: number, day: number] => {
  const [, year, month, day] = pattern.exec(date) ?? [];
  if (year === undefined) throw new RangeError(`not a date: ${date}`);
  return [Number(year), Number(month) - 1, Number(day)];
};

const epochOf = (date: LocalDate): number => ofParts(...parts(date));

/** Whether the text names a real day; 2026-02-30 doesn't. */
export const isLocalDate = (text: string): boolean =>
  pattern.test(text) && !text.startsWith('0000') && format(epochOf(text)) === text;

export const yearOf = (date: LocalDate): number => parts(date)[0];

/** Whether a day or an instant, as text, is one that people may mean: a year that was mistyped is not. */
export const isInReach = (text: string): boolean => text >= '1949-10-01' && text < '2200-01-01';

/** Day of the week, 0 Sunday to 6 Saturday. */
export const weekdayOf = (date: LocalDate): number => new Date(epochOf(date)).getUTCDay();

/** The day `days` later, earlier when negative. */
export const addDays = (date: LocalDate, days: number): LocalDate => format(epochOf(date) + days * dayMs);

/** The same day `months` later, or the month's last where it has no such day: 31 January + 1 month = 28 February. */
export const addMonths = (date: LocalDate, months: number): LocalDate => {
  const [year, month, day] = parts(date);
  const lastDay = new Date(ofParts(year, month + months + 1, 0)).getUTCDate();
  return format(ofParts(year, month + months, Math.min(day, lastDay)));
};

/** The day on which an instant falls in Asia/Shanghai. */
export const shanghaiDateOf = (instant: Date): LocalDate => format(instant.getTime() + shanghaiOffsetMs);

/** The first instant after a day in Asia/Shanghai: what is due on that day is late from then on. */
export const endOfShanghaiDay = (date: LocalDate): Date => new Date(epochOf(date) + dayMs - shanghaiOffsetMs);

/** The instant at which a clock in Asia/Shanghai shows `HH:MM` on a day. */
export const shanghaiInstant = (date: LocalDate, time: string): Date =>
  new Date(`${date}T${time}:00.000+08:00`);
