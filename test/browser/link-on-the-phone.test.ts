import { describe, expect, it } from 'vitest';
import { awaitStatus } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { openLinkOnPhone } from '#test/support/browser/link-on-phone.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';

const system = sharedSystem();

describe('the approval link on a phone', () => {
  it(
    '[local-link-1] confirms without JavaScript',
    browserStory(async (open) => {
      const cast = await countyCast(system, 'tinghu');
      const caseId = await sentForConfirmation(cast.clerk);
      const phone = await open({ screen: 'phone', javaScriptEnabled: false });
      await openLinkOnPhone(phone, system, 'tinghu-cdo', caseId);
      await phone.getByLabel('情况属实，同意提交。').check();
      await phone.getByRole('button', { name: '确认提交' }).click();
      await phone.getByRole('heading', { name: '已办理' }).waitFor();
      const { confirmation } = await awaitStatus(cast.clerk, caseId, 'reviewing');
      expect(confirmation?.by.roleLabel).toBe('首席数据官');
    }),
  );

  it(
    'opened again after it was used, it tells nothing but what to do',
    browserStory(async (open) => {
      const cast = await countyCast(system, 'tinghu');
      const caseId = await sentForConfirmation(cast.clerk);
      const { systemName } = await cast.clerk.view(caseId);
      const phone = await open({ screen: 'phone', refusals: [404] });
      await openLinkOnPhone(phone, system, 'tinghu-cdo', caseId);
      const address = phone.url().replace(/\/open$/, '');
      await phone.getByRole('button', { name: '确认提交' }).click();
      await phone.getByRole('heading', { name: '已办理' }).waitFor();
      await phone.goto(address);
      await phone.getByRole('button', { name: '获取验证码' }).click();
      await phone.getByLabel('6 位验证码').fill('123456');
      await phone.getByRole('button', { name: '查看办理内容' }).click();
      await phone.getByRole('heading', { name: '打不开' }).waitFor();
      expect(await phone.locator('body').textContent()).not.toContain(systemName);
      expect(await phone.getByRole('link', { name: '登录云网通' }).count()).toBe(1);
    }),
  );
});
