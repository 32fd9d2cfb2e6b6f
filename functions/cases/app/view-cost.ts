import type { CaseView } from '#shared/contracts/cases.ts';
import { applicationCost, type PinnedPrices } from '#shared/regulation/application/application-cost.ts';
import { assessedLines, pricedLines, productLines } from '#shared/regulation/application/priced-lines.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { LineAssessment } from '../domain/check-assessment.ts';
import { lastAssessed } from './last-assessed.ts';
import type { SavedSection } from './ports.ts';
import { formOf } from './read-form.ts';

export interface CaseCost {
  readonly monthlyCostFen: number;
  readonly assessedCostFen?: number;
  readonly prices: CaseView['prices'];
  readonly catalogueVersion: string;
}

/** Prices, and the cost of a month as asked and, once a reviewer has assessed these very lines, as last assessed. */
export const viewCost = (
  state: CaseState,
  sections: readonly SavedSection[],
  prices: PinnedPrices,
  assessments: ReadonlyMap<string, readonly LineAssessment[]>,
): CaseCost => {
  const form = formOf(sections);
  const lines = pricedLines(form);
  const named = new Set(productLines(form).map(({ productId }) => productId));
  const assessed = lastAssessed(state, assessments);
  return {
    monthlyCostFen: applicationCost(lines, prices).totalFen,
    ...(assessed
      ? { assessedCostFen: applicationCost(assessedLines(lines, assessed), prices).totalFen }
      : {}),
    prices: prices.products
      .filter(({ id }) => named.has(id))
      .map(({ id, unitPriceFen, name, specification, unit }) => ({
        productId: id,
        unitPriceFen,
        name,
        specification,
        unit,
      })),
    catalogueVersion: prices.version,
  };
};
