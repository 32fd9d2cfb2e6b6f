import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { applicationCost } from '#shared/regulation/application/application-cost.ts';
import { monthlyCostFen, pricedLines } from '#shared/regulation/application/priced-lines.ts';
import { demoCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import { formWith, formWithLines, lineOf } from '#test/support/sample-application.ts';

it('[yc-cloud-annex2-3] quantity 3 at the catalogue price 120.50 costs 361.50', () => {
  const { lines, totalFen } = applicationCost(
    [{ lineNo: 1, productId: 'host-2c4g', quantity: 3 }],
    demoCatalogue,
  );
  expect(lines).toEqual([
    { lineNo: 1, productId: 'host-2c4g', quantity: 3, unitPriceFen: 12_050, costFen: 36_150 },
  ]);
  expect(totalFen).toBe(36_150);
});

it('adds up exactly for any table, and names the lines it can not price', () => {
  const line = fc.record({
    lineNo: fc.integer({ min: 1, max: 1000 }),
    productId: fc.constantFrom(...demoCatalogue.products.map(({ id }) => id), 'no-such-product'),
    quantity: fc.integer({ min: 0, max: 100_000 }),
  });
  fc.assert(
    fc.property(fc.array(line, { maxLength: 300 }), (lines) => {
      const cost = applicationCost(lines, demoCatalogue);
      const exact = cost.lines.reduce(
        (sum, each) => sum + BigInt(each.unitPriceFen) * BigInt(each.quantity),
        0n,
      );
      expect(BigInt(cost.totalFen)).toBe(exact);
      expect(cost.lines.length + cost.unpriced.length).toBe(lines.length);
    }),
  );
});

it('prices the largest table that a form can hold without losing a fen', () => {
  const dearest = Math.max(...demoCatalogue.products.map(({ unitPriceFen }) => unitPriceFen));
  expect(dearest).toBeLessThan(100_000_000);
  expect(Number.isSafeInteger(100_000_000 * 100_000 * 300)).toBe(true);
});

it('prices what a draft already says and passes over the rest', () => {
  expect(pricedLines(formWith())).toHaveLength(18);
  const half = [{ lineNo: 1 }, 'text', { lineNo: 2, productId: 'host-2c4g', quantity: -1 }, null];
  expect(pricedLines({ resources: { lines: half } })).toEqual([]);
  expect(pricedLines({})).toEqual([]);
  expect(monthlyCostFen({}, demoCatalogue)).toBe(0);
  expect(monthlyCostFen(formWithLines([lineOf('host-2c4g', { quantity: 3 }), {}]), demoCatalogue)).toBe(
    36_150,
  );
});
