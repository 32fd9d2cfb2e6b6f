import { describe, expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { pressUntilFocused } from '#test/support/browser/press-keys.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { submitted } from '#test/support/file-application.ts';

const system = sharedSystem();

describe('without a mouse', () => {
  it(
    'a reviewer signs in, opens what waits and passes it on',
    browserStory(async (open) => {
      const cast = await countyCast(system, 'dongtai');
      const caseId = await submitted(cast);
      const page = await open();
      await page.goto('/');
      await page.getByRole('button', { name: '登录' }).waitFor();
      await pressUntilFocused(page, page.getByRole('button', { name: '登录' }));
      await page.keyboard.press('Enter');
      await pressUntilFocused(page, page.getByLabel('筛选演示身份'));
      await page.keyboard.insertText('dongtai-reviewer');
      await pressUntilFocused(page, page.getByRole('button', { name: /· dongtai-reviewer$/ }));
      await page.keyboard.press('Enter');

      const card = page.getByRole('main').locator(`a[href*="${caseId}"]`).first();
      await pressUntilFocused(page, card);
      await page.keyboard.press('Enter');
      const bar = page.getByRole('region', { name: '办理', exact: true });
      await pressUntilFocused(page, bar.getByRole('button', { name: '通过' }));
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: /^通过/ });
      await pressUntilFocused(page, dialog.getByLabel(/办理意见/));
      await page.keyboard.insertText('资源需求合理。');
      await pressUntilFocused(page, dialog.getByRole('button', { name: '通过', exact: true }));
      await page.keyboard.press('Enter');
      await bar.waitFor({ state: 'detached' });
      const { tasks } = await cast.clerk.view(caseId);
      expect(tasks.map(({ decision }) => decision?.opinion)).toContain('资源需求合理。');
    }),
  );
});
