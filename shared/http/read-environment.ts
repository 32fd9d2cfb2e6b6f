import * as z from 'zod/mini';

/** A function's environment, checked once at cold start; the only reader of `process.env` in the functions. */
export const readEnvironment = <Shape extends Record<string, z.ZodMiniType>>(
  shape: Shape,
): z.output<z.ZodMiniObject<Shape>> => z.object(shape).parse(process.env) as z.output<z.ZodMiniObject<Shape>>;
