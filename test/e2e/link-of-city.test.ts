import { expect, it } from 'vitest';
import { clientOf } from '#examples/embedded-system.ts';
import { awaitStatus, decide } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { submitted } from '#test/support/file-application.ts';
import { awaitLink } from '#test/support/link-visit.ts';

const system = sharedSystem();

it('[local-link-2] the leader of the city’s operations body signs from the phone, and that ends a city department’s application', async () => {
  const [clerk, cdo, operator] = await Promise.all([
    clientOf(system, 'yancheng-clerk'),
    clientOf(system, 'yancheng-cdo'),
    clientOf(system, 'yancheng-operator'),
  ]);
  const caseId = await submitted({ clerk, cdo });
  await decide(operator, caseId, 'approve', '配置合理。');
  const link = await awaitLink(system, 'yancheng-leader', caseId);
  const { html, view } = await link.open();
  expect(html).toContain('请您审批');
  expect(html).toContain('配置合理。');
  const decided = await link.post('decide', { view, verb: 'approve', opinion: '同意。' });
  expect(decided.html).toContain('已办理');
  const { tasks } = await awaitStatus(clerk, caseId, 'completed');
  expect(tasks.at(-1)?.decision).toMatchObject({
    opinion: '同意。',
    by: { roleLabel: '运行管理机构负责人' },
  });
});
