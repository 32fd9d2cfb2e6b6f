import { expect, it } from 'vitest';
import { nextTry } from '#functions/notify/domain/retry-notice.ts';

const since = new Date('2026-11-22T00:00:00Z');
const minutesAfter = (count: number, now = since) => {
  const next = nextTry({ count, since }, now);
  return next && (next.getTime() - now.getTime()) / 60_000;
};

it('a notice that fails is brought ever more rarely, and given up after three days', () => {
  expect([1, 5, 6, 11, 16, 40].map((count) => minutesAfter(count))).toEqual([30, 30, 60, 120, 240, 240]);
  expect(minutesAfter(40, new Date('2026-11-25T00:00:00Z'))).toBe(240);
  expect(minutesAfter(40, new Date('2026-11-25T00:00:01Z'))).toBeUndefined();
});
