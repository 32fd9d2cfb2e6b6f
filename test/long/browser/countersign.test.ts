import { beforeAll, describe, expect, it } from 'vitest';
import { awaitStatus } from '#examples/play-application.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { decideTask, openFromWorklist } from '#test/support/browser/decide-task.ts';
import { demandNoSidewaysScroll, seriousFindings } from '#test/support/browser/judge-page.ts';
import { screens } from '#test/support/browser/screens.ts';
import { chooseDemoPerson, signInAs } from '#test/support/browser/sign-in-as.ts';
import { finds, underReview } from '#test/support/play-verbs.ts';
import { openVerbDesk, type VerbDesk } from '#test/support/verb-desk.ts';

const system = sharedSystem();
let desk: VerbDesk;
beforeAll(async () => {
  desk = await openVerbDesk(system, 'funing');
});

/** Somebody with several memberships sits down under that of the county. */
const signInUnder = async (page: Parameters<typeof signInAs>[0], user: string): Promise<void> => {
  await page.goto('/');
  await chooseDemoPerson(page, user);
  await page
    .getByRole('button', { name: /阜宁|县数据局/ })
    .first()
    .click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
};

describe('会签', () => {
  it(
    'with a return in the middle comes back to the asker, who hands the matter on to a colleague',
    browserStory(async (open) => {
      const { caseId } = await underReview(desk);
      const reviewer = await open();
      await signInAs(reviewer, 'funing-reviewer');
      await reviewer.goto(`/cases/${caseId}`);

      const more = reviewer.getByRole('button', { name: '更多' });
      await more.click();
      await reviewer.getByRole('button', { name: '加签', exact: true }).click();
      const asking = reviewer.getByRole('dialog', { name: /^加签/ });
      for (const name of [/朱丽华/, /徐海燕/]) await asking.getByRole('checkbox', { name }).first().check();
      await asking.getByLabel(/请对方核什么/).fill('请核对弹性容器的测算依据。');
      for (const { viewport } of Object.values(screens)) {
        await reviewer.setViewportSize(viewport);
        await demandNoSidewaysScroll(reviewer);
        expect(await seriousFindings(reviewer)).toEqual([]);
      }
      await reviewer.setViewportSize(screens.desk.viewport);
      await asking.getByRole('button', { name: '加签' }).click();
      await reviewer.getByRole('region', { name: '办理', exact: true }).waitFor({ state: 'detached' });

      const adviser = await open();
      await signInUnder(adviser, 'qixian-head');
      await openFromWorklist(adviser, caseId);
      await adviser.getByText('请核对弹性容器的测算依据。').first().waitFor();
      await decideTask(adviser, '不同意', '弹性容器偏大，请核减。');
      expect(await finds(desk.leader, caseId)).toBe(false);

      await openFromWorklist(reviewer, caseId);
      await reviewer.getByText('弹性容器偏大，请核减。').first().waitFor();
      await more.click();
      await reviewer.getByRole('button', { name: '转办', exact: true }).click();
      const handing = reviewer.getByRole('dialog', { name: /^转办/ });
      await handing.getByRole('radio', { name: /周志强/ }).check();
      await handing.getByLabel(/转办原因/).fill('本周出差。');
      await handing.getByRole('button', { name: '转办' }).click();
      await reviewer.getByRole('region', { name: '办理', exact: true }).waitFor({ state: 'detached' });

      const second = await open();
      await signInUnder(second, 'lankao-head');
      await openFromWorklist(second, caseId);
      await second.getByText('本周出差。').waitFor();
      await decideTask(second, '退回补正', '请按会签意见核减弹性容器。');
      await awaitStatus(desk.cast.clerk, caseId, 'correcting');
    }),
  );

  it(
    'a dialog closed by Esc gives the focus back to the menu it came from',
    browserStory(async (open) => {
      const { caseId } = await underReview(desk);
      const page = await open();
      await signInAs(page, 'funing-reviewer');
      await openFromWorklist(page, caseId);
      const more = page.getByRole('button', { name: '更多' });
      await more.focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Tab');
      await page.getByRole('button', { name: '转办' }).and(page.locator(':focus')).waitFor();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
      await more.and(page.locator(':focus')).waitFor();
    }),
  );
});
