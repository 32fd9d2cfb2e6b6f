import * as z from 'zod/mini';
import { isoDate } from './common.ts';

export const deadlineQuestion = z.strictObject({
  profile: z.enum(['yancheng', 'kaifeng']),
  /** The trigger day; it is excluded from the count. */
  from: isoDate,
  amount: z.int().check(z.gte(0), z.lte(3660)),
  unit: z.enum(['workingDay', 'month', 'naturalDay', 'naturalWeek']),
  direction: z.enum(['after', 'before']),
});

export const deadlineAnswer = z.object({
  /** As far from the day asked for as the count goes. */
  dueOn: z.iso.date(),
  /** True when a year without a published arrangement was counted. */
  provisional: z.boolean(),
  calendarVersion: z.string(),
  skipped: z.array(z.object({ date: z.iso.date(), reason: z.string() })),
});
