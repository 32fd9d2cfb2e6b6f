import * as z from 'zod/mini';
import { inReach, isoDate, isoInstant } from './common.ts';

/** A day stands for its beginning in Asia/Shanghai. */
const moment = z
  .union([isoDate, isoInstant], { error: '应为日期（如 2026-10-01）或带时区的时刻' })
  .check(inReach);

const plain = (value: number | string): boolean => /^\d{1,12}(?:\.\d{1,9})?$/.test(String(value));

const quantity = z
  .number()
  .check(z.gte(0), z.lte(10_000_000), z.refine<number>(plain, { error: '数量最多九位小数' }));

const efficiency = z.union([z.string(), z.number()], { error: '系数应为 "1.0" 这样的小数' }).check(
  z.refine<string | number>((value) => plain(value) && Number(value) <= 10, {
    error: '系数应为不大于 10 的小数，如 "0.95"',
  }),
);

export const billQuestion = z.strictObject({
  profile: z.enum(['yancheng', 'kaifeng']),
  /** The span billed, `[from, to)`. */
  from: moment,
  to: moment,
  lines: z
    .array(
      z.strictObject({
        id: z.string().check(z.minLength(1), z.maxLength(200)),
        /** Each from its day on, until the next. */
        prices: z
          .array(
            z.strictObject({ effectiveFrom: isoDate, unitPriceFen: z.int().check(z.gte(0), z.lte(1e11)) }),
          )
          .check(z.minLength(1), z.maxLength(500)),
        per: z.enum(['month', 'day', 'hour']),
        /** What was in force over `[from, to)`; periods of one line do not overlap. */
        periods: z.array(z.strictObject({ from: moment, to: moment, quantity })).check(z.maxLength(2000)),
      }),
    )
    .check(z.maxLength(2000)),
  /** Coefficient of the efficiency result, a decimal; one unless given. */
  efficiency: z.optional(efficiency),
});

export const billAnswer = z.object({
  lines: z.array(z.object({ id: z.string(), amountFen: z.int() })),
  totalFen: z.int(),
});
