import { afterAll, expect, it } from 'vitest';
import { awaitStatus, awaitTask, decide } from '#examples/play-application.ts';
import { linksForNotices } from '#functions/link/ports/links-for-notices.ts';
import { administratorTable } from '#test/support/administrator.ts';
import { askerOf, sharedSystem } from '#test/support/ask.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { submitted } from '#test/support/file-application.ts';
import { visitLink } from '#test/support/link-visit.ts';

const system = sharedSystem();
const table = administratorTable(system);
afterAll(() => table.destroy());

/** No stage of the present routes lets the city decide by link; the link of one that will is made here as it will be. */
it('a link of somebody of the city opens a county’s matter and returns it, by their own phone and code', async () => {
  const cast = await countyCast(system, 'xiangshui');
  const caseId = await submitted(cast);
  await decide(cast.reviewer, caseId, 'approve', '同意。');
  await decide(cast.leader, caseId, 'approve', '同意。');
  const { taskId } = await awaitTask(cast.operator, caseId);
  const user = 'yancheng-operator';
  const { membership: membershipId } = await askerOf(system, user);
  const token = await linksForNotices(table, system.tableName).issue({
    tenant: 'yancheng/xiangshui',
    caseId,
    taskId,
    title: '某系统',
    holder: { personId: user, membershipId, tenant: 'yancheng/_city' },
  });
  const link = visitLink(system, user, token);
  const { html, view } = await link.open();
  expect(html).toContain('盐城');
  const decided = await link.post('decide', { view, verb: 'return', opinion: '请补充测算依据。' });
  expect(decided.html).toContain('已办理');
  const { tasks } = await awaitStatus(cast.clerk, caseId, 'reviewing');
  expect(tasks.find((task) => task.taskId === taskId)?.decision).toMatchObject({
    outcome: 'return',
    opinion: '请补充测算依据。',
    by: { roleLabel: '市级政务云运行管理' },
  });
});
