import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BillLine, billLine, UnpricedDay } from '#shared/kernel/bill/bill-line.ts';
import { exactOf } from '#shared/kernel/bill/exact.ts';
import { addDays } from '#shared/kernel/local-date.ts';

const at = (text: string): number =>
  Date.parse(text.includes('T') ? `${text}:00+08:00` : `${text}T00:00:00+08:00`);
const spans = (...given: readonly [from: string, to: string, quantity: number][]) =>
  given.map(([from, to, quantity]) => ({ from: at(from), to: at(to), quantity }));
const line = (per: BillLine['per'], priceFen: number, periods: BillLine['periods']): BillLine => ({
  per,
  prices: [{ effectiveFrom: '2020-01-01', unitPriceFen: priceFen }],
  periods,
});
const fen = (given: BillLine, from: string, to: string, efficiency = '1') =>
  Number(billLine(given, { from: at(from), to: at(to) }, exactOf(efficiency)));

describe('a monthly price', () => {
  it.each([
    ['three months and a half', '2026-07-01', '2026-10-16', 35_000 - 161],
    ['a whole February', '2026-02-01', '2026-03-01', 10_000],
    ['one day of a leap February', '2028-02-29', '2028-03-01', 345],
    ['one day of a month of 31', '2026-10-31', '2026-11-01', 323],
    ['nothing', '2026-10-31', '2026-10-31', 0],
  ])('is spread over its own month’s days: %s', (_, from, to, expected) => {
    expect(fen(line('month', 10_000, spans(['2025-01-01', '2030-01-01', 1])), from, to)).toBe(expected);
  });

  it('takes the coefficient before the one rounding', () => {
    // 100 × 1/31 × 0.155 = 0.5 fen, to 1; rounded first it were 3 × 0.155 = 0.465, to 0.
    const given = line('month', 100, spans(['2026-10-01', '2026-10-02', 1]));
    expect(fen(given, '2026-10-01', '2026-11-01', '0.155')).toBe(1);
    expect(fen(given, '2026-10-01', '2026-11-01', '0.154999')).toBe(0);
  });

  it('changes on the day of a new price, within the month too', () => {
    const given: BillLine = {
      per: 'month',
      prices: [
        { effectiveFrom: '2026-01-01', unitPriceFen: 3_000 },
        { effectiveFrom: '2026-06-16', unitPriceFen: 6_000 },
      ],
      periods: spans(['2026-06-01', '2026-07-01', 2]),
    };
    expect(fen(given, '2026-06-01', '2026-07-01')).toBe(2 * (1_500 + 3_000));
  });

  it('is not invented for a day before the first price', () => {
    const given = line('month', 1, spans(['2019-12-30', '2020-01-02', 1]));
    expect(() => fen(given, '2019-12-01', '2020-02-01')).toThrow(UnpricedDay);
  });
});

describe('a day on which the quantity changes', () => {
  const changed = line(
    'day',
    100,
    spans(['2026-07-01T09:00', '2026-07-10T15:30', 4], ['2026-07-10T15:30', '2026-07-20T11:00', 6]),
  );

  it('belongs to the quantity in force at its end, the last to that at closing', () => {
    expect(fen(changed, '2026-07-10', '2026-07-11')).toBe(600);
    expect(fen(changed, '2026-07-20', '2026-07-21')).toBe(600);
    expect(fen(changed, '2026-07-01', '2026-08-01')).toBe(9 * 400 + 11 * 600);
    expect(fen(changed, '2026-07-21', '2026-08-01')).toBe(0);
  });

  it('counts once where what came between opened and closed on the same day', () => {
    const flicker = spans(
      ['2026-07-01', '2026-07-02T08:00', 1],
      ['2026-07-02T08:00', '2026-07-02T09:00', 50],
      ['2026-07-02T10:00', '2026-07-04', 2],
    );
    expect(fen(line('day', 1, flicker), '2026-07-01', '2026-07-10')).toBe(1 + 2 + 2);
  });

  it('does not count from midnight on when it closed at midnight', () => {
    expect(fen(line('day', 1, spans(['2026-07-01', '2026-07-03', 1])), '2026-06-01', '2026-08-01')).toBe(2);
  });
});

describe('an hourly price', () => {
  it('counts hours of the clock in the same way', () => {
    const given = line(
      'hour',
      10,
      spans(['2026-07-01T09:20', '2026-07-01T11:10', 1], ['2026-07-01T11:10', '2026-07-02', 3]),
    );
    expect(fen(given, '2026-07-01', '2026-07-02')).toBe(10 * (2 + 13 * 3));
  });
});

const quarterHours = fc.integer({ min: 0, max: 4 * 24 * 70 });
const moments = fc
  .uniqueArray(quarterHours, { minLength: 2, maxLength: 12 })
  .map((list) => list.toSorted((a, b) => a - b));
const start = at('2026-01-20');
const ms = (quarter: number): number => start + quarter * 900_000;
const chains = fc
  .tuple(moments, fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 }))
  .map(([edges, quantities]) =>
    edges.slice(1).flatMap((edge, i) => {
      const quantity = quantities[i] ?? 0;
      // Five stands for a gap: nothing in force.
      return quantity === 5 ? [] : [{ from: ms(edges[i] ?? 0), to: ms(edge), quantity }];
    }),
  );

const quantityOf = (periods: BillLine['periods'], unitStart: number, unitEnd: number): number =>
  periods.findLast(({ from, to }) => from < unitEnd && to > unitStart)?.quantity ?? 0;

describe('whatever the periods', () => {
  it.each(['day', 'hour'] as const)('counts each %s once, by what was last in force within it', (per) => {
    const length = per === 'day' ? 86_400_000 : 3_600_000;
    fc.assert(
      fc.property(chains, (periods) => {
        let expected = 0;
        for (let unit = start; unit < ms(4 * 24 * 71); unit += length)
          expected += quantityOf(periods, unit, unit + length) * 7;
        const window = { from: start, to: ms(4 * 24 * 71) };
        expect(Number(billLine(line(per, 7, periods), window, exactOf(1)))).toBe(expected);
      }),
    );
  });

  it('bills the same in one statement as in several that follow each other', () => {
    const cuts = fc
      .uniqueArray(quarterHours, { maxLength: 6 })
      .map((list) => [0, ...list.toSorted((a, b) => a - b), 4 * 24 * 71]);
    fc.assert(
      fc.property(chains, cuts, (periods, edges) => {
        const given = line('day', 13, periods);
        const bill = (from: number, to: number) =>
          billLine(given, { from: ms(from), to: ms(to) }, exactOf(1));
        const parts = edges.slice(1).reduce((sum, edge, i) => sum + bill(edges[i] ?? 0, edge), 0n);
        expect(parts).toBe(bill(0, 4 * 24 * 71));
      }),
    );
  });

  it('bills a full month at exactly the monthly price', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 1e9 }), (month, price) => {
        const first = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`;
        const next = `${addDays(first, 31).slice(0, 7)}-01`;
        const given: BillLine = {
          per: 'month',
          prices: [{ effectiveFrom: '1999-01-01', unitPriceFen: price }],
          periods: spans(['1999-06-01', '2060-01-01', 3]),
        };
        expect(fen(given, first, next)).toBe(3 * price);
      }),
    );
  });
});
