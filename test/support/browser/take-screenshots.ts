import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';
import { provisioningCast } from '#test/support/provisioning-story.ts';
import { startSystem } from '#test/support/runtime.ts';
import { prepareMatters, type TourMatters } from './console-tour.ts';
import { launchOptions } from './launch-options.ts';
import { openLinkOnPhone } from './link-on-phone.ts';
import { inChina, screens } from './screens.ts';
import { signInAs } from './sign-in-as.ts';

const folder = join(import.meta.dirname, '../../../docs/images');
const mostBytes = 200_000;
/** The phone's own two dots a pixel would weigh too much in a README. */
const dotsPerPixel = { desk: 1, phone: 1.5 } as const;

interface Scene {
  readonly name: string;
  readonly user: string;
  readonly at: (matters: TourMatters) => string;
  /** Words that stand on the page once it shows its content. */
  readonly shows: string;
}

const scenes: readonly Scene[] = [
  { name: 'worklist', user: 'dafeng-reviewer', at: () => '/', shows: '的工作台' },
  {
    name: 'review',
    user: 'dafeng-reviewer',
    at: ({ reviewing }) => `/cases/${reviewing}`,
    shows: '办理进度',
  },
  { name: 'cases', user: 'dafeng-clerk', at: () => '/cases', shows: '信息系统' },
  { name: 'form', user: 'dafeng-clerk', at: ({ draft }) => `/cases/${draft}/form`, shows: '填写进度' },
  {
    name: 'document',
    user: 'dafeng-clerk',
    at: ({ reviewing }) => `/cases/${reviewing}/document`,
    shows: '打印',
  },
];

const keep = async (page: Page, name: string): Promise<void> => {
  const width = page.viewportSize()?.width;
  const picture = await page.screenshot({ animations: 'disabled' });
  if (picture.length > mostBytes)
    throw new Error(`${name}-${width}.png: ${picture.length} 字节，超过 ${mostBytes}`);
  writeFileSync(join(folder, `${name}-${width}.png`), picture);
  console.log(`${name}-${width}.png ${Math.round(picture.length / 1000)} KB`);
};

const openScreen = async (
  browser: Browser,
  { baseUrl: baseURL }: EmbeddedSystem,
  screen: keyof typeof screens,
): Promise<Page> => {
  const deviceScaleFactor = dotsPerPixel[screen];
  return (await browser.newContext({ ...screens[screen], ...inChina, baseURL, deviceScaleFactor })).newPage();
};

const takeScenes = async (browser: Browser, system: EmbeddedSystem, matters: TourMatters): Promise<void> => {
  for (const screen of ['desk', 'phone'] as const)
    for (const user of new Set(scenes.map((scene) => scene.user))) {
      const page = await openScreen(browser, system, screen);
      await signInAs(page, user);
      for (const { name, at, shows } of scenes.filter((scene) => scene.user === user)) {
        await page.goto(at(matters));
        await page.getByText(shows).first().waitFor();
        await keep(page, name);
      }
    }
};

mkdirSync(folder, { recursive: true });
const { system, stop } = await startSystem();
const browser = await chromium.launch(launchOptions());
try {
  const cast = await provisioningCast(system);
  await takeScenes(browser, system, await prepareMatters(system, cast));
  const caseId = await sentForConfirmation(cast.clerk);
  const phone = await openScreen(browser, system, 'phone');
  await openLinkOnPhone(phone, system, 'dafeng-cdo', caseId);
  await keep(phone, 'link');
} finally {
  await browser.close();
  await stop();
}
