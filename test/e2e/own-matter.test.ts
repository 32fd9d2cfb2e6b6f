import { expect, it } from 'vitest';
import { createClient } from '#examples/client.ts';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitTask } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { approvalOf, decideAs, grantBothStages } from '#test/support/decide-at-once.ts';
import { expectProblem } from '#test/support/expect-problem.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();

it('nobody reviews what they wrote, under whatever membership; a colleague does', async () => {
  const cast = await countyCast(system, 'jingkai');
  const maker = await grantBothStages(system, 'jingkai', 'jingkai-clerk');
  const caseId = await submitted(cast);
  const { taskId } = await awaitTask(createClient(system.baseUrl, maker.token, maker.membership), caseId);
  const { version, body } = await approvalOf(cast.reviewer, caseId);
  for (const decision of [body, { verb: 'return', opinion: '退回。' }, { verb: 'reject', opinion: '驳回。' }])
    expectProblem(await decideAs(system, maker, { caseId, taskId, version }, decision), 403, 'own-matter');
  await cast.reviewer.decide(caseId, taskId, version, { verb: 'return', opinion: '请补充。' });
});

it('two clerks who save the same part at once: one is kept, the other is told', async () => {
  const clerk = await clientOf(system, 'jingkai-clerk');
  const { caseId } = await draftOf(clerk);
  const save = (users: string) =>
    clerk
      .call('PUT', `/v1/cases/${caseId}/sections/plan`, { body: { users }, ifMatch: 1 })
      .then(({ status }) => ({ status, users }));
  const saves = await Promise.all(['甲', '乙', '丙', '丁'].map(save));
  const kept = saves.filter(({ status }) => status === 200);
  expect(kept).toHaveLength(1);
  expect(saves.filter(({ status }) => status === 409)).toHaveLength(3);
  const { sections } = await clerk.view(caseId);
  expect(sections.find(({ section }) => section === 'plan')).toMatchObject({
    version: 2,
    content: { users: kept[0]?.users },
  });
});
