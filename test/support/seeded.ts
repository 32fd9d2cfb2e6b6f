import { createHash } from 'node:crypto';

/** A number from 0 (included) to 1 (excluded) that depends on what it is for alone, not on when it is asked for. */
export const chance = (seed: number, ...what: readonly (string | number)[]): number =>
  createHash('sha256')
    .update([seed, ...what].join('/'))
    .digest()
    .readUInt32BE(0) /
  2 ** 32;

/** A whole number from `low` to `high`, both included. */
export const between = (low: number, high: number, share: number): number =>
  low + Math.floor(share * (high - low + 1));
