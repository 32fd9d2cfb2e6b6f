import { expect, test } from 'vitest';
import type { TaskView } from '#shared/contracts/case-tasks.ts';
import { assessmentsOf, lastAssessments, prefill } from '../../../../../web/parts/case/assessment.ts';
import { resourceLinesOf } from '../../../../../web/parts/form/resource-lines.ts';

const setup = () => {
  const lines = resourceLinesOf([
    {
      section: 'resources',
      version: 1,
      content: { lines: [{ lineNo: 1, quantity: 4 }, { lineNo: 2, quantity: 2 }, { lineNo: 3 }] },
    },
  ]);
  const assessed = (step: string, at: string, ...quantities: readonly number[]): TaskView => ({
    taskId: `${step} ${at}`,
    step,
    stepTitle: '本级审核',
    stage: 'firstReview',
    stageTitle: '初审',
    round: 1,
    holderLabel: '大丰区数据局',
    openedAt: at,
    workingDays: 0,
    state: 'closed',
    verbs: [],
    may: [],
    returnTo: [],
    assesses: true,
    decision: {
      outcome: 'approve',
      outcomeLabel: '通过',
      at,
      by: { name: '李文静', organisation: '大丰区数据局', roleLabel: '初审' },
      assessments: quantities.map((quantity, index) => ({ lineNo: index + 1, quantity })),
    },
  });
  return { lines, assessed };
};

test('a level is shown with its last assessment', () => {
  const { assessed } = setup();
  const tasks = [
    assessed('localReview', '2026-10-16T01:00:00Z', 3, 2),
    assessed('localReview', '2026-10-12T01:00:00Z', 4, 2),
    assessed('cityRecheck', '2026-10-17T01:00:00Z', 1, 1),
  ];
  expect(lastAssessments(tasks, 'localReview').get(1)?.quantity).toBe(3);
});

test('the county starts from what was asked', () => {
  const { lines } = setup();
  expect(prefill(lines, [], 'localReview')).toEqual({
    1: { quantity: 4, opinion: '' },
    2: { quantity: 2, opinion: '' },
    3: { quantity: null, opinion: '' },
  });
});

test("the city starts from what the county held reasonable, so that approving does not undo the county's cut", () => {
  const { lines, assessed } = setup();
  const drafts = prefill(lines, [assessed('localReview', '2026-10-16T01:00:00Z', 3, 2, 1)], 'cityRecheck');
  expect([drafts[1]?.quantity, drafts[2]?.quantity, drafts[3]?.quantity]).toEqual([3, 2, 1]);
});

test('assessments are sent only when every line has a quantity', () => {
  expect(assessmentsOf({ 1: { quantity: 0, opinion: ' 重复 ' }, 2: { quantity: 2, opinion: ' ' } })).toEqual([
    { lineNo: 1, quantity: 0, opinion: '重复' },
    { lineNo: 2, quantity: 2 },
  ]);
  expect(
    assessmentsOf({ 1: { quantity: null, opinion: '' }, 2: { quantity: 2, opinion: '' } }),
  ).toBeUndefined();
});
