import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { awaitTrue } from '#test/support/await-true.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { registerDraft } from '#test/support/browser/file-at-desk.ts';
import { chooseDemoPerson, signInAs } from '#test/support/browser/sign-in-as.ts';
import { countyCast } from '#test/support/county-cast.ts';

const system = sharedSystem();

/** From now on the gateway refuses the page's token and no session stands behind it, as after a night away. */
const letSessionExpire = async (page: Page): Promise<void> => {
  await page.context().clearCookies();
  await page.route('**/v1/**', (route) => route.fulfill({ status: 401, json: { message: 'Unauthorized' } }));
};

describe('a session that ends in the middle of the form', () => {
  it(
    'says so, leads through a new sign-in back to the form, and what was typed is there and saved',
    browserStory(async (open) => {
      const { clerk } = await countyCast(system, 'binhai');
      const desk = await open({ refusals: [401, 404] });
      await signInAs(desk, 'binhai-clerk');
      const caseId = await registerDraft(desk, '滨海县基层医疗服务平台');
      const background = desk.getByLabel('建设背景');
      await background.fill('第一句已经保存。');
      await desk.getByText(/^已保存 \d\d:\d\d$/).waitFor();

      await letSessionExpire(desk);
      const typed = '第一句已经保存。第二句写于登录过期之后。';
      await background.fill(typed);
      await desk.getByRole('button', { name: '重新登录后继续' }).click();
      await desk.getByRole('button', { name: '登录' }).waitFor();
      await desk.unroute('**/v1/**');
      await chooseDemoPerson(desk, 'binhai-clerk');

      await desk.getByRole('heading', { name: /^填写/ }).waitFor();
      expect(await background.inputValue()).toBe(typed);
      await awaitTrue('the sentence is saved', async () => {
        const { sections } = await clerk.view(caseId);
        return sections.find(({ section }) => section === 'plan')?.content['background'] === typed;
      });
    }),
  );
});
