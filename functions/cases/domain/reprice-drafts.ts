import type { LocalDate } from '#shared/kernel/local-date.ts';
import { applicationCost, type PricedLine } from '#shared/regulation/application/application-cost.ts';
import { type Catalogue, isActive } from '#shared/regulation/catalogue.ts';

/** What another catalogue would do to applications that nobody has submitted yet; money in fen a month. */
export interface Repricing {
  readonly drafts: number;
  /** Those that would cost more or less. */
  readonly repriced: number;
  /** Those that ask for something which could then no longer be applied for. */
  readonly unavailable: number;
  readonly beforeFen: number;
  readonly afterFen: number;
}

const pricesOn = ({ version, products }: Catalogue, on: LocalDate) => ({
  version,
  products: products.filter((product) => isActive(product, on)),
});

/** 改价影响: each draft's month under the catalogue that would hold on a day, and under the one that is drafted for it. */
export const repriceDrafts = (
  drafts: readonly (readonly PricedLine[])[],
  before: Catalogue,
  after: Catalogue,
  on: LocalDate,
): Repricing => {
  const [old, next] = [pricesOn(before, on), pricesOn(after, on)];
  const costs = drafts.map((lines) => {
    const [was, becomes] = [applicationCost(lines, old), applicationCost(lines, next)];
    const lost = becomes.unpriced.some((lineNo) => !was.unpriced.includes(lineNo));
    return { was: was.totalFen, becomes: becomes.totalFen, lost };
  });
  return {
    drafts: drafts.length,
    repriced: costs.filter(({ was, becomes }) => was !== becomes).length,
    unavailable: costs.filter(({ lost }) => lost).length,
    beforeFen: costs.reduce((sum, { was }) => sum + was, 0),
    afterFen: costs.reduce((sum, { becomes }) => sum + becomes, 0),
  };
};
