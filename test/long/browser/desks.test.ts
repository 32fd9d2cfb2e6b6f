import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { openFromWorklist } from '#test/support/browser/decide-task.ts';
import { demandNoSidewaysScroll, seriousFindings } from '#test/support/browser/judge-page.ts';
import { screens } from '#test/support/browser/screens.ts';
import { chooseDemoPerson, signInAs } from '#test/support/browser/sign-in-as.ts';
import { act, done, finds, underReview } from '#test/support/play-verbs.ts';
import { type Member, openVerbDesk, type VerbDesk } from '#test/support/verb-desk.ts';

const system = sharedSystem();
let desk: VerbDesk;
beforeAll(async () => {
  desk = await openVerbDesk(system, 'jingkai');
});

/** Somebody with several memberships sits down under that of the county. */
const signInUnder = async (page: Page, user: string): Promise<void> => {
  await page.goto('/');
  await chooseDemoPerson(page, user);
  await page
    .getByRole('button', { name: /县数据局/ })
    .first()
    .click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
};

/** Looked at on the desk and on the phone. */
const judge = async (page: Page): Promise<void> => {
  for (const { viewport } of Object.values(screens)) {
    await page.setViewportSize(viewport);
    await demandNoSidewaysScroll(page);
    expect(await seriousFindings(page)).toEqual([]);
    const folder = process.env['PICTURES'];
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${Date.now()}-${viewport.width}.png`, fullPage: true });
  }
  await page.setViewportSize(screens.desk.viewport);
};

const heldBy = async (member: Member) => {
  const { caseId, taskId } = await underReview(desk);
  const body = { to: member.membership, reason: '分工。' };
  done(await act(system, desk.reviewer, caseId, `tasks/${taskId}/transfers`, body));
  return caseId;
};

const openDesks = async (page: Page): Promise<void> => {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '代办与交接' }).click();
  await page.getByRole('heading', { name: '代办与交接' }).waitFor();
};

describe('a desk', () => {
  it(
    'is entrusted to a colleague, who finds its tasks until it is taken back',
    browserStory(async (open) => {
      const caseId = await heldBy(desk.second);
      const absent = await open();
      await signInUnder(absent, 'lankao-head');
      await openDesks(absent);
      await absent.getByRole('button', { name: '委托他人代办' }).click();
      const dialog = absent.getByRole('dialog', { name: '委托代办' });
      await dialog.getByRole('radio', { name: /徐海燕/ }).check();
      const today = shanghaiDateOf(new Date());
      await dialog.getByLabel(/开始日期/).fill(today);
      await dialog.getByLabel(/结束日期/).fill(addDays(today, 3));
      await dialog.getByLabel(/事由/).fill('外出学习。');
      await judge(absent);
      await dialog.getByRole('button', { name: '委托', exact: true }).click();
      await absent.getByText('徐海燕代您办理').waitFor();
      await judge(absent);

      const deputy = await open();
      await signInUnder(deputy, 'tongxu-head');
      await openDesks(deputy);
      await deputy.getByText('您代周志强办理').waitFor();
      await openFromWorklist(deputy, caseId);
      await deputy.getByText('您受托代周志强办理本件').waitFor();

      await absent.getByRole('button', { name: /收回委托/ }).click();
      await absent.getByText('已收回').waitFor();
      expect(await finds(desk.third, caseId)).toBe(false);
    }),
  );

  it(
    'of a leaver is handed over whole by the head of the post, with a result per case',
    browserStory(async (open) => {
      const cases = [await heldBy(desk.second), await heldBy(desk.second)];
      const head = await open();
      await signInAs(head, 'jingkai-leader');
      await openDesks(head);
      await head.getByRole('button', { name: '交接周志强名下待办' }).click();
      const dialog = head.getByRole('dialog', { name: '离岗交接：周志强' });
      await dialog.getByRole('radio', { name: /徐海燕/ }).check();
      await dialog.getByLabel(/事由/).fill('调离岗位。');
      await dialog.getByRole('button', { name: '交接', exact: true }).click();
      const record = head.getByRole('list', { name: '离岗交接记录' });
      await record.getByText('周志强 → 徐海燕').first().waitFor();
      await record
        .getByText(/已交接 \d+ 件/)
        .first()
        .waitFor();
      await record
        .getByRole('button', { name: /逐件结果/ })
        .first()
        .click();
      for (const caseId of cases) await record.getByText(new RegExp(`${caseId}.*已交接`)).waitFor();
      await judge(head);
      for (const caseId of cases) expect(await finds(desk.third, caseId)).toBe(true);
    }),
  );
});
