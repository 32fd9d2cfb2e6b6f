import { describe, expect, it } from 'vitest';
import { awaitStatus } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { decideTask, openFromWorklist } from '#test/support/browser/decide-task.ts';
import { attachFiles, registerDraft, sendForConfirmation } from '#test/support/browser/file-at-desk.ts';
import { checkApplication, fillApplication } from '#test/support/browser/fill-application.ts';
import { decideOnPhone } from '#test/support/browser/link-on-phone.ts';
import { signInAs } from '#test/support/browser/sign-in-as.ts';
import { countyCast, writtenApplication } from '#test/support/county-cast.ts';

const system = sharedSystem();
const { systemName, sections, attachments } = writtenApplication();

describe('the example application, by the people of the county and the city', () => {
  it(
    'is typed, confirmed on the phone, assessed, signed, returned by the city, corrected and completed',
    browserStory(async (open) => {
      const { clerk } = await countyCast(system);
      const desk = await open();
      await signInAs(desk, 'dafeng-clerk');
      const caseId = await registerDraft(desk, systemName);
      await fillApplication(desk, sections);
      await attachFiles(desk, attachments);
      await checkApplication(desk);
      await desk.getByRole('link', { name: /返回办件/ }).click();
      // The form, with a 送确认 of its own, stays in sight until the case has been read.
      await desk.getByRole('region', { name: '可办事项' }).waitFor();
      await sendForConfirmation(desk);

      const cdo = await open({ screen: 'phone' });
      await decideOnPhone(cdo, system, { user: 'dafeng-cdo', caseId, verb: '确认提交' });
      const filed = await awaitStatus(clerk, caseId, 'reviewing');
      expect(filed.monthlyCostFen).toBe(1_592_040);

      const reviewer = await open();
      await signInAs(reviewer, 'dafeng-reviewer');
      await openFromWorklist(reviewer, caseId);
      await reviewer.getByLabel('第 1 行评估数量').fill('3');
      await decideTask(reviewer, '通过', '配置基本合理，个别云主机按实际并发核减。');

      const leader = await open({ screen: 'phone' });
      await decideOnPhone(leader, system, { user: 'dafeng-leader', caseId, verb: '通过' });

      const operator = await open();
      await signInAs(operator, 'yancheng-operator');
      await openFromWorklist(operator, caseId);
      await decideTask(operator, '退回补正', '请县级核对弹性容器资源的测算依据。');

      await openFromWorklist(reviewer, caseId);
      await decideTask(reviewer, '退回补正', '请补充弹性容器资源的测算依据。');

      await awaitStatus(clerk, caseId, 'correcting');
      await desk.goto(`/cases/${caseId}/form`);
      await desk.getByText('请补充弹性容器资源的测算依据。').waitFor();
      await desk
        .getByLabel('背景', { exact: false })
        .first()
        .fill('整合全区基层医疗卫生系统；旧服务器年底前全部下线。');
      await sendForConfirmation(desk);
      await decideOnPhone(cdo, system, { user: 'dafeng-cdo', caseId, verb: '确认提交', seen: 1 });

      await openFromWorklist(reviewer, caseId);
      await decideTask(reviewer, '通过', '已补充，同意。');
      await decideOnPhone(leader, system, { user: 'dafeng-leader', caseId, verb: '通过', seen: 1 });
      await openFromWorklist(operator, caseId);
      await decideTask(operator, '通过', '复核通过。');

      const completed = await awaitStatus(clerk, caseId, 'completed');
      expect(completed.round).toBe(2);
      await desk.goto(`/cases/${caseId}`);
      await desk.getByText('已办结').first().waitFor();
    }),
  );
});
