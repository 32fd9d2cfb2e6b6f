import type { CaseState } from '../domain/case-state.ts';
import type { LineAssessment } from '../domain/check-assessment.ts';
import { assessedSince } from '../domain/resume-review.ts';

/** What a reviewer last held reasonable of what is asked for now; undefined while nobody has assessed it. */
export const lastAssessed = (
  state: CaseState,
  assessments: ReadonlyMap<string, readonly LineAssessment[]>,
): readonly LineAssessment[] | undefined => {
  const since = assessedSince(state);
  const last = state.tasks.findLast(({ round, taskId }) => round >= since && assessments.has(taskId));
  return last && assessments.get(last.taskId);
};
