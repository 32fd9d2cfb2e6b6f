import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repriceDrafts } from '#functions/cases/domain/reprice-drafts.ts';
import type { Catalogue } from '#shared/regulation/catalogue.ts';

const day = '2026-12-01';
const catalogue = (prices: Readonly<Record<string, number>>, retired: readonly string[] = []): Catalogue => ({
  version: 'v',
  filed: true,
  products: Object.entries(prices).map(([id, unitPriceFen]) => ({
    id,
    name: id,
    kind: 'host',
    specification: '',
    unit: '台',
    unitPriceFen,
    effectiveFrom: '2026-01-01',
    ...(retired.includes(id) ? { retiredOn: day } : {}),
  })),
});
const line = (productId: string, quantity: number, lineNo = 1) => ({ lineNo, productId, quantity });

describe('repricing drafts', () => {
  it('counts those that would cost more or less, and sums the month before and after', () => {
    const drafts = [[line('a', 2), line('b', 1, 2)], [line('b', 3)], []];
    expect(
      repriceDrafts(drafts, catalogue({ a: 1000, b: 500 }), catalogue({ a: 1200, b: 500 }), day),
    ).toEqual({ drafts: 3, repriced: 1, unavailable: 0, beforeFen: 4000, afterFen: 4400 });
  });

  it('tells apart what could no longer be applied for from what never could', () => {
    const drafts = [[line('a', 1)], [line('unknown', 1)]];
    const after = catalogue({ a: 1000 }, ['a']);
    expect(repriceDrafts(drafts, catalogue({ a: 1000 }), after, day)).toMatchObject({
      repriced: 1,
      unavailable: 1,
      afterFen: 0,
    });
  });

  it('says nothing of a draft that changes no price, and adds up draft by draft', () => {
    const quantity = fc.integer({ min: 0, max: 1000 });
    const draft = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), quantity), { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(draft, { maxLength: 8 }), fc.integer({ min: 1, max: 99_999 }), (all, price) => {
        const drafts = all.map((lines) => lines.map(([id, n], index) => line(id, n, index + 1)));
        const [before, after] = [catalogue({ a: 100, b: 7, c: 5 }), catalogue({ a: price, b: 7, c: 5 })];
        expect(repriceDrafts(drafts, before, before, day)).toMatchObject({ repriced: 0, unavailable: 0 });
        const whole = repriceDrafts(drafts, before, after, day);
        const each = drafts.map((one) => repriceDrafts([one], before, after, day));
        expect(whole.afterFen - whole.beforeFen).toBe(
          each.reduce((sum, { beforeFen, afterFen }) => sum + afterFen - beforeFen, 0),
        );
        expect(whole.repriced).toBe(each.filter(({ repriced }) => repriced === 1).length);
      }),
    );
  });
});
