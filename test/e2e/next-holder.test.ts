import { expect, it } from 'vitest';
import { createClient } from '#examples/client.ts';
import { awaitStatus, awaitTask, confirm } from '#examples/play-application.ts';
import type { WorkloadView } from '#shared/contracts/case-lists.ts';
import { ask, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { draftOf, submitted } from '#test/support/file-application.ts';
import { act, done, finds, playVerbs, underReview } from '#test/support/play-verbs.ts';
import { grantMembership } from '#test/support/second-membership.ts';
import { memberOf, openVerbDesk } from '#test/support/verb-desk.ts';

const system = sharedSystem();

it('a stage whose only holder wrote the application goes to the next post, and the journal says so', async () => {
  const cast = await countyCast(system, 'dongtai');
  const [reviewer, leader] = await Promise.all([
    memberOf(system, 'dongtai-reviewer'),
    memberOf(system, 'dongtai-leader'),
  ]);
  const { caseId } = await draftOf(cast.clerk);
  const { organisation } = await cast.clerk.view(caseId);
  const asClerk = await grantMembership(system, {
    id: 'zz-dongtai-lends-a-hand',
    personId: 'dongtai-reviewer',
    name: '借调人员',
    tenant: 'yancheng/dongtai',
    organisation,
    roles: ['department.clerk'],
    grantsVersion: 1,
    state: 'active',
    since: '2026-01-05T01:00:00.000Z',
  });
  const helper = createClient(system.baseUrl, asClerk.token, asClerk.membership);
  const plan = (await helper.view(caseId)).sections.find(({ section }) => section === 'plan');
  if (!plan) throw new Error('the draft has no plan');
  const saved = await helper.call('PUT', `/v1/cases/${caseId}/sections/plan`, {
    body: plan.content,
    ifMatch: plan.version,
  });
  expect(saved.status).toBe(200);
  await cast.clerk.requestConfirmation(caseId, (await cast.clerk.view(caseId)).version);
  await awaitStatus(cast.clerk, caseId, 'confirming');
  await confirm(cast.cdo, caseId);
  await awaitStatus(cast.clerk, caseId, 'reviewing');

  const { taskId } = await awaitTask(leader.client, caseId);
  const { tasks } = await leader.client.view(caseId);
  expect(tasks.find((task) => task.taskId === taskId)).toMatchObject({
    stage: 'firstReview',
    holderLabel: '县级政务云签批',
    reseated: expect.stringContaining('县级政务云初审岗位人员均参与了本件的编制'),
  });
  expect(await finds(reviewer, caseId)).toBe(false);
  const play = playVerbs(system, { cast });
  expect((await play.lastEntry(caseId)).text).toContain('依回避要求转由县级政务云签批办理');
  done(await play.assess(leader, caseId));
  expect(await finds(leader, caseId)).toBe(true);
});

it('where somebody else stands in the post too, it stays there', async () => {
  const cast = await countyCast(system, 'dongtai');
  const reviewer = await memberOf(system, 'dongtai-reviewer');
  const caseId = await submitted(cast);
  await awaitTask(reviewer.client, caseId);
  expect((await reviewer.client.view(caseId)).tasks.at(-1)?.reseated).toBeUndefined();
});

it('the city’s table counts what one person holds by name', async () => {
  const desk = await openVerbDesk(system, 'yandu');
  const open = async () => {
    const heard = await ask(system, desk.operator, 'GET', '/v1/workload');
    const { rows } = heard.body as WorkloadView;
    return rows
      .find(({ tenant }) => tenant === 'yancheng/yandu')
      ?.cells.find(({ stage }) => stage === 'firstReview')?.open;
  };
  const { caseId, taskId } = await underReview(desk);
  const before = await open();
  const body = { to: desk.second.membership, reason: '出差。' };
  done(await act(system, desk.reviewer, caseId, `tasks/${taskId}/transfers`, body));
  expect(await open()).toBe(before);
});
