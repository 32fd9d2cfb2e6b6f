import { addDays, type LocalDate, shanghaiDateOf } from './local-date.ts';

const firstLookBackDays = 30;

/** Up to which date nothing is left. */
export interface Watermark {
  watermark(): Promise<LocalDate | undefined>;
  keepWatermark(date: LocalDate): Promise<void>;
}

/**
 * Sweeps what has fallen due in business time, date by date from the watermark. The watermark passes a date only when
 * nothing of it is left, so that being late by days loses nothing; when the clock was set back (the embedded runtime's
 * can be) it goes back with it.
 *
 * @param sweepDate what is due on a date and until an instant; answers whether nothing of it is left
 */
export const sweepByDate = async (
  { watermark, keepWatermark }: Watermark,
  now: Date,
  sweepDate: (date: LocalDate, until: string) => Promise<boolean>,
): Promise<void> => {
  const today = shanghaiDateOf(now);
  const kept = (await watermark()) ?? addDays(today, -firstLookBackDays);
  if (kept > today) await keepWatermark(today);
  const [first = today] = [kept, today].sort();
  let passed = true;
  for (let date = first; date <= today; date = addDays(date, 1)) {
    const nothingLeft = await sweepDate(date, now.toISOString());
    passed &&= nothingLeft && date < today;
    if (passed) await keepWatermark(addDays(date, 1));
  }
};
