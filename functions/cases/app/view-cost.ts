import { applicationCost, type PriceList } from '#shared/regulation/application/application-cost.ts';
import { assessedLines, pricedLines } from '#shared/regulation/application/priced-lines.ts';
import type { CaseState } from '../domain/case-state.ts';
import type { LineAssessment } from '../domain/check-assessment.ts';
import type { SavedSection } from './ports.ts';
import { formOf } from './read-form.ts';

export interface CaseCost {
  readonly monthlyCostFen: number;
  readonly assessedCostFen?: number;
  readonly catalogueVersion: string;
}

/** Cost of a month as asked and, once a reviewer of this round has assessed the lines, as last assessed. */
export const viewCost = (
  state: CaseState,
  sections: readonly SavedSection[],
  prices: PriceList,
  assessments: ReadonlyMap<string, readonly LineAssessment[]>,
): CaseCost => {
  const lines = pricedLines(formOf(sections));
  const last = state.tasks.findLast(({ round, taskId }) => round === state.round && assessments.has(taskId));
  const assessed = last && assessments.get(last.taskId);
  return {
    monthlyCostFen: applicationCost(lines, prices).totalFen,
    ...(assessed
      ? { assessedCostFen: applicationCost(assessedLines(lines, assessed), prices).totalFen }
      : {}),
    catalogueVersion: prices.version,
  };
};
