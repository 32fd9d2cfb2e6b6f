export type Json = Record<string, unknown>;

/** A request that cannot be judged; answered as ValidationException. */
export class UnreadableRequest extends Error {}

/** @throws UnreadableRequest when it is no object */
export const asObject = (value: unknown, what: string): Json => {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new UnreadableRequest(`${what} is missing`);
};

/** @throws UnreadableRequest when it is no list */
export const asList = (value: unknown, what: string): unknown[] => {
  if (Array.isArray(value)) return value;
  throw new UnreadableRequest(`${what} is missing`);
};

/** `{S: 'x'}` → `x` */
export function scalarOf(value: unknown): string {
  const { S, N, B } = asObject(value, 'A key value');
  const scalar = S ?? N ?? B;
  if (typeof scalar !== 'string') throw new UnreadableRequest('A key must be S, N or B');
  return scalar;
}
