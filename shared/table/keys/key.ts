import { createHash } from 'node:crypto';

/** Primary key of an item. */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const padded = (n: number): string => String(n).padStart(6, '0');
