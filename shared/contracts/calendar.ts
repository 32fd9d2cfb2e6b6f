import * as z from 'zod/mini';
import { isoDate } from './common.ts';

export const calendarQuery = z.strictObject({
  year: z.optional(z.coerce.number().check(z.int(), z.gte(2020), z.lte(2100))),
});

export const calendarView = z.object({
  /** Names the data: library version and the city's own version. */
  version: z.string(),
  year: z.int(),
  /** The State Council's arrangement for the year is not known yet: only the plain week is used. */
  provisional: z.boolean(),
  workingDays: z.int(),
  /** Days that are not what the plain week would make them, in order. */
  days: z.array(
    z.object({
      date: isoDate,
      kind: z.enum(['holiday', 'workday']),
      reason: z.string(),
      /** A decision of the city or county, over the national arrangement. */
      local: z.boolean(),
    }),
  ),
});
export type CalendarView = z.infer<typeof calendarView>;
