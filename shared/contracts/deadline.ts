import * as z from 'zod/mini';
import { isoDate } from './common.ts';

export const deadlineQuestion = z.strictObject({
  profile: z.enum(['yancheng', 'kaifeng']),
  /** The trigger day; it is excluded from the count. */
  from: isoDate.check(
    z.refine(
      (date) => date >= '1949-10-01' && date <= '2199-12-31',
      '日期须在 1949-10-01 与 2199-12-31 之间',
    ),
  ),
  amount: z.int().check(z.gte(0), z.lte(3660)),
  unit: z.enum(['workingDay', 'month', 'naturalDay', 'naturalWeek']),
  direction: z.enum(['after', 'before']),
});

export const deadlineAnswer = z.object({
  dueOn: isoDate,
  /** True when a year without a published arrangement was counted. */
  provisional: z.boolean(),
  calendarVersion: z.string(),
  skipped: z.array(z.object({ date: isoDate, reason: z.string() })),
});
