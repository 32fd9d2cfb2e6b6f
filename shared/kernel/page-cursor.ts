import type { Refusal } from './refusal.ts';
import { accept, type Result, refuse } from './result.ts';

/** An opaque cursor over positions by name; people never see what is in it. */
export type Positions = Readonly<Record<string, string>>;

export const encodeCursor = (positions: Positions): string =>
  Buffer.from(JSON.stringify(positions)).toString('base64url');

/** Any position within a worklist or a list of cases: short, and never empty, as the table's keys require. */
const keyText = /^[!-~]{1,200}$/;

const isPositions = (value: unknown, position: RegExp): value is Positions =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.values(value).every((member) => typeof member === 'string' && position.test(member));

/** Reads a cursor that this service gave out; anything else is refused as malformed. */
export const decodeCursor = (
  cursor: string | undefined,
  position: RegExp = keyText,
): Result<Positions, Refusal> => {
  if (cursor === undefined) return accept({});
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isPositions(value, position)) return accept(value);
  } catch {
    // not ours: refused below like any other
  }
  return refuse({
    code: 'request-invalid',
    detail: '翻页标记无效，请从第一页重新开始。',
    errors: [{ pointer: '/cursor', code: 'invalid_cursor', message: '请使用上一页给出的 nextCursor。' }],
  });
};
