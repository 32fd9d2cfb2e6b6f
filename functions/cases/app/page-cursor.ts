import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';

/** An opaque cursor over positions by name; people never see what is in it. */
export type Positions = Readonly<Record<string, string>>;

export const encodeCursor = (positions: Positions): string =>
  Buffer.from(JSON.stringify(positions)).toString('base64url');

const isPositions = (value: unknown): value is Positions =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((member) => typeof member === 'string');

/** Reads a cursor that this service gave out; anything else is refused as malformed. */
export const decodeCursor = (cursor: string | undefined): Result<Positions, Refusal> => {
  if (cursor === undefined) return accept({});
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (isPositions(value)) return accept(value);
  } catch {
    // not ours: refused below like any other
  }
  return refuse({
    code: 'request-invalid',
    detail: '翻页标记无效，请从第一页重新开始。',
    errors: [{ pointer: '/cursor', code: 'invalid_cursor', message: '请使用上一页给出的 nextCursor。' }],
  });
};
