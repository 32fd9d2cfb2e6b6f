import { ulid } from 'ulid';

/** Source of new identifiers; tests pass a counting one. */
export interface Ids {
  /** A time-ordered unique id: 26 characters of Crockford base 32. */
  next(atMs: number): string;
}

export const systemIds: Ids = { next: (atMs) => ulid(atMs) };

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The id beside one: always the same, so that what is made in two steps is made once. */
export const besideId = (id: string): string => {
  const next = (crockford.indexOf(id.slice(-1)) + 1) % crockford.length;
  return `${id.slice(0, -1)}${crockford[next]}`;
};
