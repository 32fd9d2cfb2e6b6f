import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import { launchOptions } from '#test/support/browser/launch-options.ts';
import { inChina, screens } from '#test/support/browser/screens.ts';
import { signInAs } from '#test/support/browser/sign-in-as.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';
import { awaitLink } from '#test/support/link-visit.ts';
import type { RunningSystem } from '#test/support/runtime.ts';

export interface PageWeight {
  readonly page: string;
  readonly bytes: number;
}

const compressed = (html: string): number => gzipSync(html).length;

/** The pages of an approval link, compressed, from the first to the answer. */
const linkPages = async ({ system }: RunningSystem): Promise<readonly PageWeight[]> => {
  const { clerk } = await countyCast(system, 'yandu');
  const link = await awaitLink(system, 'yandu-cdo', await sentForConfirmation(clerk));
  const first = await link.get();
  const code = await link.post('code');
  const matter = await link.open();
  const decided = await link.post('decide', { view: matter.view, verb: 'approve', agreeing: '同意提交。' });
  return [
    { page: '链接首页', bytes: compressed(first.html) },
    { page: '输入验证码', bytes: compressed(code.html) },
    { page: '办理内容', bytes: compressed(matter.html) },
    { page: '已办理', bytes: compressed(decided.html) },
  ];
};

const scriptsOf = (page: Page) => {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

/** Script that travels for the first screen after a sign-in, with nothing kept from before. */
const consoleScripts = async ({ system }: RunningSystem): Promise<PageWeight> => {
  const browser = await chromium.launch(launchOptions());
  try {
    const context = await browser.newContext({ ...screens.desk, ...inChina, baseURL: system.baseUrl });
    const page = await context.newPage();
    await signInAs(page, 'yandu-cdo');
    const session = await context.newCDPSession(page);
    await session.send('Network.clearBrowserCache');
    const bytes = scriptsOf(page);
    await page.goto('/');
    await page.locator('main a[href*="/cases/"]').first().waitFor();
    return { page: '控制台首屏的脚本', bytes: await bytes() };
  } finally {
    await browser.close();
  }
};

export const measurePages = async (running: RunningSystem): Promise<readonly PageWeight[]> => {
  const { clerk } = await countyCast(running.system, 'yandu');
  await sentForConfirmation(clerk);
  return [...(await linkPages(running)), await consoleScripts(running)];
};
