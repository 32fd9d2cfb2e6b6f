import { ulid } from 'ulid';

/** Source of new identifiers; tests pass a counting one. */
export interface Ids {
  /** A time-ordered unique id: 26 characters of Crockford base 32. */
  next(atMs: number): string;
}

export const systemIds: Ids = { next: (atMs) => ulid(atMs) };
