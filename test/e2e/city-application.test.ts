import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#examples/client.ts';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, awaitTask, confirm, decide } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { problemFrom } from '#test/support/expect-problem.ts';
import { draftOf, sentForConfirmation, submitted } from '#test/support/file-application.ts';

const system = sharedSystem();
let clerk: Client;
let cdo: Client;
let operator: Client;
let leader: Client;
beforeAll(async () => {
  [clerk, cdo, operator, leader] = await Promise.all([
    clientOf(system, 'yancheng-clerk'),
    clientOf(system, 'yancheng-cdo'),
    clientOf(system, 'yancheng-operator'),
    clientOf(system, 'yancheng-leader'),
  ]);
});

const withoutEvidence = { technicalReviewNumber: undefined, registrationNumber: undefined };

describe('an application of a city department', () => {
  it('[yc-cloud-16-1] is assessed line by line by the operations body and signed by its leader, and that ends it', async () => {
    const caseId = await submitted({ clerk, cdo });
    const task = await awaitTask(operator, caseId);
    const { version, tasks } = await operator.view(caseId);
    const bare = await problemFrom(
      operator.decide(caseId, task.taskId, version, { verb: 'approve', opinion: '同意' }),
    );
    expect(bare.errors).toMatchObject([{ pointer: '/assessments', clause: 'yc-cloud-16-1' }]);
    expect(tasks.map(({ stageTitle }) => stageTitle)).toEqual(['首席数据官确认', '审核']);

    await decide(operator, caseId, 'approve', '配置合理，第 1 行核减。', ({ lineNo, quantity }) =>
      lineNo === 1 ? quantity - 1 : quantity,
    );
    await decide(leader, caseId, 'approve', '同意。');
    const done = await awaitStatus(clerk, caseId, 'completed');
    expect(done.route.map(({ title, state }) => [title, state])).toEqual([
      ['单位确认', 'done'],
      ['运行管理机构审核', 'done'],
    ]);
    expect(done.assessedCostFen).toBeLessThan(done.monthlyCostFen);
    const assessed = done.tasks.flatMap(({ decision }) => (decision?.assessments ? [decision] : []));
    expect(assessed).toMatchObject([
      { opinion: '配置合理，第 1 行核减。', by: { roleLabel: '市级政务云运行管理' } },
    ]);
  });

  it('[yc-cloud-15-2] needs the technical review or the registration; either one alone is enough', async () => {
    const bare = await draftOf(clerk, { declarations: withoutEvidence });
    const refused = await problemFrom(clerk.requestConfirmation(bare.caseId, bare.version));
    expect(refused).toMatchObject({
      code: 'form-incomplete',
      errors: [{ pointer: '/attachments/precondition', clause: 'yc-cloud-15-2' }],
    });
    expect((await clerk.view(bare.caseId)).status).toBe('draft');
    for (const evidence of [
      { technicalReviewNumber: '盐数审〔2026〕18号' },
      { registrationNumber: '盐信报2026-044' },
    ])
      await sentForConfirmation(clerk, { declarations: { ...withoutEvidence, ...evidence } });
  });

  it('is returned for correction and comes back to the operations body in a new round', async () => {
    const caseId = await submitted({ clerk, cdo });
    await decide(operator, caseId, 'return', '请补充容灾方案。');
    const returned = await awaitStatus(clerk, caseId, 'correcting');
    await clerk.requestConfirmation(caseId, returned.version);
    await confirm(cdo, caseId);
    expect((await awaitTask(operator, caseId)).round).toBe(2);
    await decide(operator, caseId, 'approve', '已补充，同意。');
    await decide(leader, caseId, 'reject', '与在建项目重复，不予支持。');
    await awaitStatus(clerk, caseId, 'rejected');
  });

  it('is nothing that a county gets to see', async () => {
    const caseId = await submitted({ clerk, cdo });
    for (const user of ['dafeng-reviewer', 'dafeng-leader', 'dafeng-clerk']) {
      const county = await clientOf(system, user);
      expect((await county.call('GET', `/v1/cases/${caseId}`)).status).toBe(404);
    }
  });
});
