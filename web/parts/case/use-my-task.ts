import { useState } from 'react';
import type { ReviewView } from '#shared/contracts/case-desk.ts';
import type { NonEquivalence, TaskView } from '#shared/contracts/case-tasks.ts';
import type { CaseView } from '#shared/contracts/cases.ts';
import { useReview } from '../../api/reads.ts';
import { resourceLinesOf } from '../form/resource-lines.ts';
import { type AssessmentDraft, type AssessmentDrafts, prefill } from './assessment.ts';
import { answeredPurchases } from './duplicates.ts';

/** Reasons for duplicate purchases as typed so far, by row of the table. */
export type ReasonDrafts = Readonly<Record<number, string>>;

/** The task that waits for the person at the screen. */
export const myTaskOf = ({ tasks }: Pick<CaseView, 'tasks'>): TaskView | undefined =>
  tasks.find(({ state, verbs }) => state === 'open' && verbs.length > 0);

/** What is still to be explained before an approval, and what was typed for it. */
const useReasons = (duplicates: ReviewView['duplicates'], view: CaseView) => {
  const [reasons, setReasons] = useState<ReasonDrafts>({});
  const answered = answeredPurchases(view);
  const open = duplicates.filter(({ purchase }) => !answered.has(purchase));
  const given: readonly NonEquivalence[] = open.flatMap(({ purchase }) => {
    const reason = reasons[purchase]?.trim() ?? '';
    return reason === '' ? [] : [{ purchase, reason }];
  });
  return {
    open,
    given,
    missing: open.length - given.length,
    reasons,
    onReason: (purchase: number, reason: string) =>
      setReasons((before) => ({ ...before, [purchase]: reason })),
  };
};

/** The task at hand with everything that the person puts down for it before deciding. */
export const useMyTask = (view: CaseView) => {
  const task = myTaskOf(view);
  const review = useReview(view.caseId, view.round > 0);
  const [changes, setChanges] = useState<AssessmentDrafts>({});
  const reasons = useReasons(review.data?.duplicates ?? [], view);
  const drafts = task?.assesses
    ? { ...prefill(resourceLinesOf(view.sections), view.tasks, task.step), ...changes }
    : {};
  const onChange = (lineNo: number, draft: AssessmentDraft) =>
    setChanges((before) => ({ ...before, [lineNo]: draft }));
  return {
    task,
    drafts,
    review,
    reasons,
    assessing: task?.assesses ? { step: task.step, drafts, onChange } : undefined,
  };
};

export type MyTask = ReturnType<typeof useMyTask>;
