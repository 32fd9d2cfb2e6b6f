import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { awaitStatus, awaitTask, confirm, decide } from '#examples/play-application.ts';
import type { SystemView } from '#shared/contracts/registry.ts';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { demandNoSidewaysScroll, seriousFindings } from '#test/support/browser/judge-page.ts';
import { screens } from '#test/support/browser/screens.ts';
import { signInAs } from '#test/support/browser/sign-in-as.ts';
import {
  carriedOut,
  changeDraft,
  changeTo,
  systemInUse,
  systemNow,
  yanchengChange,
} from '#test/support/change-story.ts';
import {
  awaitRead,
  type ProvisioningCast,
  provisioningCast,
  signedLetter,
} from '#test/support/provisioning-story.ts';

const system = sharedSystem();
let cast: ProvisioningCast;
let used: SystemView;
beforeAll(async () => {
  cast = await provisioningCast(system, 'tinghu');
  await signedLetter(cast);
  used = await systemInUse(cast, '亭湖区在用可变更的系统', [{ quantity: 4 }]);
});

/** Looked at on the desk and on the phone. */
const judge = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('status', { name: '正在加载' }).first().waitFor({ state: 'detached' });
  for (const { viewport } of Object.values(screens)) {
    await page.setViewportSize(viewport);
    await demandNoSidewaysScroll(page);
    expect(await seriousFindings(page)).toEqual([]);
    const folder = process.env['PICTURES'];
    if (folder !== undefined)
      await page.screenshot({ path: `${folder}/${name}-${viewport.width}.png`, fullPage: true });
  }
  await page.setViewportSize(screens.desk.viewport);
};

it(
  'a clerk begins a change at the system’s own page and finds its resources in the form',
  browserStory(async (open) => {
    const page = await open();
    await signInAs(page, 'tinghu-clerk');
    await page.goto(`/registry/${used.systemId}`);
    await page.getByRole('link', { name: '申请变更' }).click();
    await page.getByRole('combobox', { name: '信息系统' }).waitFor();
    await page.getByRole('option', { name: used.name }).waitFor({ state: 'attached' });
    await judge(page, 'start');
    await page.getByRole('button', { name: '生成草稿，开始填写' }).click();
    const changes = page.getByRole('region', { name: '变更云资源明细' });
    await changes
      .getByRole('button', { name: /添加|加一行/ })
      .first()
      .click();
    const choice = changes.getByLabel('第 1 行 现有资源', { exact: true });
    await choice.getByRole('option').nth(4).waitFor({ state: 'attached' });
    await choice.selectOption({ index: 1 });
    await judge(page, 'form');
  }),
);

it(
  'a reviewer sees what each resource is and what it becomes, and judges the scale',
  browserStory(async (open) => {
    const caseId = await changeDraft(cast.clerk, used.systemId, {
      ...yanchengChange(),
      changes: { lines: [changeTo(1, used.resources[0]?.resourceId ?? '', 'host-8c16g')] },
    });
    await cast.clerk.requestConfirmation(caseId, (await cast.clerk.view(caseId)).version);
    await confirm(cast.cdo, caseId);
    await awaitTask(cast.reviewer, caseId);
    const page = await open();
    await signInAs(page, 'tinghu-reviewer');
    await page.goto(`/cases/${caseId}`);
    const table = page.getByRole('region', { name: '变更云资源明细表' });
    await table.getByText('通用型云主机 8核16G').waitFor();
    await table.getByText(/现有资源：通用型云主机 4核8G/).waitFor();
    await page.getByRole('button', { name: /^通过/ }).click();
    await page.getByRole('radio', { name: '认定为一般变更' }).check();
    await page.getByLabel('办理意见（必填）').fill('仅一台扩容，属一般变更。');
    await judge(page, 'review');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /^通\s?过$/ })
      .click();
    await page.getByText('认定为一般变更').first().waitFor();

    await decide(cast.leader, caseId, 'approve', '同意。');
    await decide(cast.operator, caseId, 'approve', '同意。');
    await awaitStatus(cast.clerk, caseId, 'completed');
    await awaitRead(() => cast.desks.provider.work(`${caseId}-b1`));
    const provider = await open();
    await signInAs(provider, 'yancheng-provider');
    await provider.goto(`/work/${caseId}-b1`);
    await provider.getByRole('heading', { name: '回报变更结果' }).waitFor();
    await judge(provider, 'work');
    await carriedOut(cast.desks, `${caseId}-b1`, 'c');
    await awaitRead(
      () => systemNow(cast.desks.clerk, used.systemId),
      ({ resources }) => resources.some(({ specifications }) => specifications.length > 1),
    );
    await page.goto(`/registry/${used.systemId}`);
    await page.getByText('变更 1 次').click();
    await judge(page, 'system');
    await page.goto(`/provisioning/${caseId}`);
    await page.getByText('已变更').first().waitFor();
    await judge(page, 'order');
  }),
);

it(
  'in Kaifeng whoever files a major change is told that two drafts are made',
  browserStory(async (open) => {
    const page = await open();
    await signInAs(page, 'tongxu-clerk');
    await page.goto('/cases/new/resourceChange');
    await page.getByRole('radio', { name: '重大变更' }).check();
    await page.getByText('一并生成两件草稿').waitFor();
    await judge(page, 'start-major');
  }),
);
