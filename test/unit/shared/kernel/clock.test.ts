import { afterEach, expect, it } from 'vitest';
import { systemBusinessClock, systemWallClock } from '#shared/kernel/clock.ts';

const key = Symbol.for('yunwangtong.business-clock');
afterEach(() => Reflect.deleteProperty(globalThis, key));

it('lets the runtime set the business clock and leaves the wall clock alone', () => {
  Reflect.set(globalThis, key, () => Date.parse('2031-05-06T07:08:09Z'));
  expect(systemBusinessClock.now().toISOString()).toBe('2031-05-06T07:08:09.000Z');
  expect(Math.abs(systemWallClock.now().getTime() - Date.now())).toBeLessThan(1000);
});

it('runs on real time where nobody set it', () => {
  expect(Math.abs(systemBusinessClock.now().getTime() - Date.now())).toBeLessThan(1000);
});
