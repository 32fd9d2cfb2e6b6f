import type { CaseView } from '#shared/contracts/cases.ts';

/** Rows of 另行采购内容 for which somebody has given a reason in the shown round. */
export const answeredPurchases = ({
  tasks,
  round,
}: Pick<CaseView, 'tasks' | 'round'>): ReadonlyMap<number, string> =>
  new Map(
    tasks
      .filter((task) => task.round === round)
      .flatMap(({ decision }) => decision?.nonEquivalence ?? [])
      .map(({ purchase, reason }) => [purchase, reason]),
  );
