import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate } from '#shared/contracts/common.ts';
import {
  addDays,
  addMonths,
  endOfShanghaiDay,
  isInReach,
  isLocalDate,
  shanghaiDateOf,
  weekdayOf,
} from '#shared/kernel/local-date.ts';
import { isFormDay } from '#shared/regulation/application/check-value.ts';

const anyDate = fc.integer({ min: 0, max: 80_000 }).map((days) => addDays('1970-01-01', days));

describe('calendar days', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2026-01-15', 24, '2028-01-15'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-01-31', -2, '2025-11-30'],
  ])('adds months with end-of-month clamp: %s %i → %s', (date, months, expected) => {
    expect(addMonths(date, months)).toBe(expected);
  });

  it('knows real days from others', () => {
    expect(['2026-02-28', '2024-02-29', '0001-01-01'].every(isLocalDate)).toBe(true);
    expect(['2026-02-29', '2026-13-01', '0000-01-01', '2026-2-1', '2026-02-01 '].some(isLocalDate)).toBe(
      false,
    );
  });

  it('goes there and back by any number of days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        fc.pre(addDays(date, 0) === date);
        expect(addDays(addDays(date, days), -days)).toBe(date);
        expect((weekdayOf(date) + (((days % 7) + 7) % 7)) % 7).toBe(weekdayOf(addDays(date, days)));
      }),
    );
  });

  it('refuses what is no date and what leaves the calendar', () => {
    expect(() => addDays('someday', 1)).toThrow(RangeError);
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError);
    expect(() => addMonths('9999-12-31', 1)).toThrow(RangeError);
  });
});

describe('Asia/Shanghai', () => {
  it.each([
    ['2026-07-05T15:59:59.999Z', '2026-07-05'],
    ['2026-07-05T16:00:00.000Z', '2026-07-06'],
    ['2025-12-31T16:00:00.000Z', '2026-01-01'],
  ])('an instant %s falls on %s', (instant, date) => {
    expect(shanghaiDateOf(new Date(instant))).toBe(date);
  });

  it('ends a day at midnight of Shanghai', () => {
    expect(endOfShanghaiDay('2026-07-27').toISOString()).toBe('2026-07-27T16:00:00.000Z');
    fc.assert(
      fc.property(anyDate, (date) => {
        const end = endOfShanghaiDay(date).getTime();
        expect(shanghaiDateOf(new Date(end - 1))).toBe(date);
        expect(shanghaiDateOf(new Date(end))).toBe(addDays(date, 1));
      }),
    );
  });
});

it('people mean days of this age: a mistyped year is out of reach', () => {
  const days = ['1949-09-30', '1949-10-01', '2026-07-06', '2199-12-31', '2200-01-01', '9999-12-31'];
  expect(days.filter(isInReach)).toEqual(['1949-10-01', '2026-07-06', '2199-12-31']);
  expect(days.filter((day) => isoDate.safeParse(day).success)).toEqual(days.filter(isInReach));
  expect(days.filter(isFormDay)).toEqual(days.filter(isInReach));
  expect(() => addMonths('2199-12-31', 24)).not.toThrow();
});
