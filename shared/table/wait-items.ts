import * as z from 'zod/mini';

/** Where a machine waits, as it lies in the part of an aggregate. */
export const waitsItem = <Step extends string, Outcome extends string>(
  steps: readonly [Step, ...Step[]],
  outcomes: readonly [Outcome, ...Outcome[]],
) =>
  z.object({
    waits: z.array(
      z.object({
        step: z.enum(steps),
        batch: z.exactOptional(z.int()),
        tokens: z.array(z.string()),
        outcome: z.exactOptional(z.enum(outcomes)),
      }),
    ),
  });
