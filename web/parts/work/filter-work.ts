import type { WorkItem } from '#shared/contracts/case-desk.ts';

export interface WorkFilter {
  readonly stage?: string | undefined;
  readonly light?: string | undefined;
  readonly text?: string | undefined;
}

/** Of what waits, what the person wants to see now. */
export const filterWork = (
  items: readonly WorkItem[],
  { stage, light, text }: WorkFilter,
): readonly WorkItem[] =>
  items.filter(
    ({ task, case: matter }) =>
      (stage === undefined || task.stage === stage) &&
      (light === undefined || task.light?.state === light) &&
      [matter.systemName, matter.number, matter.organisation.name, matter.tenantName].some((name) =>
        name.includes(text?.trim() ?? ''),
      ),
  );

/** The stages that occur, for the choice. */
export const stagesIn = (items: readonly WorkItem[]) => [
  ...new Map(items.map(({ task }) => [task.stage, task.stageTitle])),
];
