import { beforeAll, expect, it } from 'vitest';
import { awaitTask, type Cast, confirm, linesOf } from '#examples/play-application.ts';
import type { DecisionBody } from '#shared/contracts/case-commands.ts';
import type { ReviewView } from '#shared/contracts/case-desk.ts';
import type { JournalEntryView } from '#shared/contracts/case-journal.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import { sentForConfirmation, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
let cast: Cast;
let caseId: string;
beforeAll(async () => {
  cast = await countyCast(system, 'yannan');
  await submitted(cast);
  caseId = await sentForConfirmation(cast.clerk, {
    declarations: {
      purchases: [
        { item: '自助服务终端', kind: 'other', reason: '前端硬件' },
        { item: '数据库服务器 2 台', kind: 'database', reason: '沿用旧有授权' },
      ],
    },
  });
  await confirm(cast.cdo, caseId);
  await awaitTask(cast.reviewer, caseId);
});

const review = async () => (await cast.reviewer.call<ReviewView>('GET', `/v1/cases/${caseId}/review`)).body;

const approve = async (more: Partial<DecisionBody>) => {
  const { taskId } = await awaitTask(cast.reviewer, caseId);
  const view = await cast.reviewer.view(caseId);
  const assessments = linesOf(view).map(({ lineNo, quantity }) => ({ lineNo, quantity }));
  return cast.reviewer.decide(caseId, taskId, view.version, {
    verb: 'approve',
    opinion: '同意。',
    assessments,
    ...more,
  });
};

it('[yc-cloud-5-2] a separate purchase that the catalogue offers is flagged with the products, others are not', async () => {
  const { duplicates } = await review();
  expect(duplicates).toMatchObject([
    { purchase: 2, item: '数据库服务器 2 台', reason: '沿用旧有授权', clause: 'yc-cloud-5-2' },
  ]);
  expect(duplicates[0]?.products.length).toBeGreaterThan(0);
});

it('shows the reviewer what else the organisation has applied for', async () => {
  const { others } = await review();
  expect(others[0]).toMatchObject({ statusLabel: '本级审核中' });
  expect(others[0]?.quantities[0]).toMatchObject({ name: expect.stringContaining('云主机'), unit: '台' });
  expect(others[0]?.monthlyCostFen).toBeGreaterThan(0);
  expect(others.map((other) => other.caseId)).not.toContain(caseId);
});

it('[yc-cloud-5-2] approval is refused until the reviewer records why it is not equivalent; the journal keeps it', async () => {
  const told = await problemFrom(approve({}));
  expect(told).toMatchObject({ status: 422, code: 'decision-invalid' });
  expect(told.errors).toEqual([
    expect.objectContaining({
      pointer: '/nonEquivalence',
      code: 'duplicate-purchase',
      clause: 'yc-cloud-5-2',
    }),
  ]);
  const strange = await problemFrom(approve({ nonEquivalence: [{ purchase: 1, reason: '不是一回事' }] }));
  expect(strange.errors?.map(({ code }) => code)).toEqual(['no-duplicate', 'duplicate-purchase']);

  await approve({ nonEquivalence: [{ purchase: 2, reason: '原有授权绑定物理机，云上数据库不能承载。' }] });
  const { tasks } = await cast.operator.view(caseId);
  expect(tasks.find(({ stage }) => stage === 'firstReview')?.decision?.nonEquivalence).toEqual([
    { purchase: 2, reason: '原有授权绑定物理机，云上数据库不能承载。' },
  ]);
  const journal = await cast.clerk.call<{ items: JournalEntryView[] }>('GET', `/v1/cases/${caseId}/journal`);
  expect(journal.body.items.map(({ text }) => text).join()).toContain(
    '说明另行采购第 2 项与目录产品不等同的理由',
  );
  const { body } = await cast.clerk.call('GET', `/v1/cases/${caseId}/journal/verification`);
  expect(body).toMatchObject({ intact: true });
});
