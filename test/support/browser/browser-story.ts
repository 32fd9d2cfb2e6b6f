import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { sharedSystem } from '#test/support/ask.ts';
import { withoutLaterInterfaces } from './chrome-86.ts';
import { openBrowser } from './open-browser.ts';
import { inChina, screens } from './screens.ts';
import { type Mishap, watchPage } from './watch-page.ts';

export interface ScreenOptions {
  readonly screen?: keyof typeof screens;
  readonly javaScriptEnabled?: boolean;
  /** Statuses from 400 up that the test provokes on purpose. */
  readonly refusals?: readonly number[];
}

/** Opens a screen of its own, with nothing kept from any other. */
export type OpenScreen = (options?: ScreenOptions) => Promise<Page>;

const patienceMs = 30_000;

/** What every page showed when the test failed, in a folder that the failure names. */
const takePictures = async (contexts: readonly BrowserContext[]): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'yunwangtong-browser-'));
  const pages = contexts.flatMap((context) => context.pages());
  await Promise.all(
    pages.map((page, index) =>
      page.screenshot({ path: join(folder, `${index + 1}.png`), fullPage: true }).catch(() => undefined),
    ),
  );
  return folder;
};

/**
 * A test in which people sit at screens. It fails, too, when a page raised an error, wrote one to the console
 * or asked another machine; a failure names the folder with a picture of each screen.
 */
export const browserStory =
  (tell: (open: OpenScreen) => Promise<void>): (() => Promise<void>) =>
  async () => {
    const browser = await openBrowser();
    const { baseUrl } = sharedSystem();
    const contexts: BrowserContext[] = [];
    const mishaps: Mishap[] = [];
    const open: OpenScreen = async ({ screen = 'desk', javaScriptEnabled = true, refusals = [] } = {}) => {
      const context = await browser.newContext({
        ...screens[screen],
        ...inChina,
        baseURL: baseUrl,
        javaScriptEnabled,
      });
      contexts.push(context);
      context.setDefaultTimeout(patienceMs);
      await context.addInitScript(withoutLaterInterfaces);
      context.on('page', (page) => watchPage(page, refusals, (mishap) => mishaps.push(mishap)));
      return context.newPage();
    };
    try {
      await tell(open);
      if (mishaps.length > 0) throw new Error(`pages did what they must not:\n${mishaps.join('\n')}`);
    } catch (failure) {
      const folder = await takePictures(contexts);
      const noted = mishaps.length > 0 ? `\n${mishaps.join('\n')}` : '';
      throw new Error(
        `${String(failure instanceof Error ? failure.message : failure)}${noted}\nscreens: ${folder}`,
        {
          cause: failure,
        },
      );
    } finally {
      await Promise.all(contexts.map((context) => context.close()));
    }
  };
