import type { AssessedLine, TaskView } from '#shared/contracts/case-tasks.ts';
import type { ResourceLine } from '../form/resource-lines.ts';

/** The levels whose assessed quantities stand beside what was asked, in the order of the route. */
export const assessingLevels = [
  { step: 'localReview', heading: '县级评估数量' },
  { step: 'cityRecheck', heading: '市级评估数量' },
] as const;

type ByLine = ReadonlyMap<number, AssessedLine>;

/** What a level last held reasonable, by line number; empty when it has not assessed yet. */
export const lastAssessments = (tasks: readonly TaskView[], step: string): ByLine => {
  const decisions = tasks
    .filter((task) => task.step === step)
    .flatMap(({ decision }) => (decision?.assessments ? [decision] : []))
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
  return new Map((decisions[decisions.length - 1]?.assessments ?? []).map((line) => [line.lineNo, line]));
};

/** What a reviewer has put down so far; null while a quantity is cleared. */
export interface AssessmentDraft {
  readonly quantity: number | null;
  readonly opinion: string;
}
export type AssessmentDrafts = Readonly<Record<number, AssessmentDraft>>;

/** The column in which the person at the screen assesses now. */
export interface Assessing {
  readonly step: string;
  readonly drafts: AssessmentDrafts;
  readonly onChange: (lineNo: number, draft: AssessmentDraft) => void;
}

/**
 * Where a reviewer starts: the quantity that the level below assessed, else what was asked,
 * so that approving without a change never undoes an earlier cut.
 */
export const prefill = (
  lines: readonly ResourceLine[],
  tasks: readonly TaskView[],
  step: string,
): AssessmentDrafts => {
  const position = assessingLevels.findIndex((level) => level.step === step);
  const below = assessingLevels[position - 1];
  const earlier: ByLine = below ? lastAssessments(tasks, below.step) : new Map();
  return Object.fromEntries(
    lines.map(({ lineNo, quantity }) => [
      lineNo,
      { quantity: earlier.get(lineNo)?.quantity ?? quantity ?? null, opinion: '' },
    ]),
  );
};

/** The body's assessments; undefined while a line has no quantity. */
export const assessmentsOf = (drafts: AssessmentDrafts): AssessedLine[] | undefined => {
  const entries = Object.entries(drafts);
  const complete = entries.flatMap(([lineNo, { quantity, opinion }]) =>
    quantity === null
      ? []
      : [{ lineNo: Number(lineNo), quantity, ...(opinion.trim() === '' ? {} : { opinion: opinion.trim() }) }],
  );
  return complete.length === entries.length ? complete : undefined;
};
