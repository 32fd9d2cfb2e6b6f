import * as z from 'zod/mini';

/** A value of the rules with its clause, whether the text gives it, and how a county may set its own. */
export const cited = <T extends z.ZodMiniType>(value: T) =>
  z.readonly(
    z.strictObject({
      value,
      clause: z.string(),
      source: z.enum(['regulation', 'localDefault']),
      tighten: z.exactOptional(z.enum(['min', 'max', 'superset', 'never'])),
    }),
  );
