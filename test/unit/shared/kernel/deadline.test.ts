import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeDeadline, type DeadlineInput } from '#shared/kernel/deadline.ts';
import { addDays } from '#shared/kernel/local-date.ts';
import { createWorkingCalendar } from '#shared/kernel/working-calendar.ts';

const calendar = createWorkingCalendar();
const due = (
  from: string,
  amount: number,
  unit: DeadlineInput['unit'] = 'workingDay',
  direction: DeadlineInput['direction'] = 'after',
) => computeDeadline({ from, amount, unit, direction }, calendar);

describe('working days', () => {
  it.each([
    ['2026-07-06', 15, '2026-07-27'],
    ['2026-07-06', 30, '2026-08-17'],
    ['2026-07-03', 1, '2026-07-06'],
    ['2026-09-30', 1, '2026-10-08'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-02-13', 1, '2026-02-14'],
    ['2026-02-13', 2, '2026-02-24'],
    ['2025-09-27', 1, '2025-09-28'],
    ['2026-07-06', 0, '2026-07-06'],
  ])('from %s, %i of them end on %s', (from, amount, expected) => {
    expect(due(from, amount).dueOn).toBe(expected);
  });

  it.each([
    ['2026-10-08', 2, '2026-09-29'],
    ['2026-07-06', 5, '2026-06-29'],
    ['2026-02-24', 1, '2026-02-14'],
  ])('counted back from %s, the %ith is %s', (from, amount, expected) => {
    expect(due(from, amount, 'workingDay', 'before').dueOn).toBe(expected);
  });

  it('lists what it passed over and why', () => {
    expect(due('2026-09-24', 1).skipped).toEqual([
      { date: '2026-09-25', reason: '中秋' },
      { date: '2026-09-26', reason: '中秋' },
      { date: '2026-09-27', reason: '中秋' },
    ]);
  });

  it('is provisional as soon as one counted day lies in a year without arrangement', () => {
    expect(due('2026-12-30', 1)).toMatchObject({ dueOn: '2026-12-31', provisional: false });
    expect(due('2026-12-31', 1)).toMatchObject({ dueOn: '2027-01-01', provisional: true });
    expect(due('2027-01-01', 1, 'workingDay', 'before')).toMatchObject({
      dueOn: '2026-12-31',
      provisional: false,
    });
    expect(due('2027-01-03', 1, 'workingDay', 'before').provisional).toBe(true);
  });

  it('always ends on a working day with exactly that many between, whatever the day', () => {
    const days = fc.integer({ min: 0, max: 8000 }).map((n) => addDays('2005-01-01', n));
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), fc.constantFrom(1, -1), (from, amount, step) => {
        const { dueOn, skipped } = due(from, amount, 'workingDay', step === 1 ? 'after' : 'before');
        expect(calendar.day(dueOn).working).toBe(true);
        expect(addDays(from, step * (amount + skipped.length))).toBe(dueOn);
        expect(skipped.every(({ date }) => !calendar.day(date).working)).toBe(true);
      }),
    );
  });
});

describe('natural units', () => {
  it.each([
    ['2026-01-31', 1, 'month', 'after', '2026-02-28'],
    ['2026-03-31', 1, 'month', 'before', '2026-02-28'],
    ['2026-08-17', 3, 'month', 'after', '2026-11-17'],
    ['2026-09-30', 3, 'naturalDay', 'after', '2026-10-03'],
    ['2026-09-30', 2, 'naturalWeek', 'after', '2026-10-14'],
    ['2026-09-30', 1, 'naturalWeek', 'before', '2026-09-23'],
  ] as const)('%s %i %s %s is %s, holidays or not', (from, amount, unit, direction, expected) => {
    expect(due(from, amount, unit, direction)).toMatchObject({ dueOn: expected, skipped: [] });
  });

  it('depend on no arrangement', () => {
    expect(due('2027-03-01', 5, 'naturalDay').provisional).toBe(false);
    expect(due('2027-03-01', 5, 'month').provisional).toBe(false);
  });
});

it('refuses a count that is none', () => {
  expect(() => due('2026-07-06', -1)).toThrow(RangeError);
  expect(() => due('2026-07-06', 1.5)).toThrow(RangeError);
});
