import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { signInAs } from '#test/support/browser/sign-in-as.ts';
import { slowDown, timeUntilUsable } from '#test/support/browser/slow-line.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';

const system = sharedSystem();
const cards = { selector: 'main a[href*="/cases/yandu."]', count: 20 };
const lanes = 4;
/** Other work on the machine only ever makes a page slower: the quickest of a few attempts is the page's own time. */
const attempts = 5;
/** What may travel as script; the first screen itself is held to half of it, so that nothing creeps back. */
const mostBytes = 300_000;

/** Twenty applications wait for the CDO of one county. */
beforeAll(async () => {
  const { clerk } = await countyCast(system, 'yandu');
  const lane = async () => {
    for (let sent = 0; sent < cards.count / lanes; sent += 1) await sentForConfirmation(clerk);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
});

/** The quickest of a few attempts by the clock on the wall; stops at the first that is good enough. */
const quickest = async (limitMs: number, measure: () => Promise<number>): Promise<number> => {
  const taken: number[] = [];
  while (taken.length < attempts && !taken.some((ms) => ms <= limitMs)) {
    taken.push(await measure());
    console.log(`待办: ${Math.round(taken.at(-1) ?? 0)} ms (limit ${limitMs} ms)`);
  }
  return Math.min(...taken);
};

/** The scripts that travel from now on, each with its bytes as they are sent, compressed. */
const countScripts = (page: Page) => {
  const scripts: Promise<readonly [path: string, bytes: number]>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      scripts.push(
        request.sizes().then(({ responseBodySize }) => [new URL(request.url()).pathname, responseBodySize]),
      );
  });
  return () => Promise.all(scripts);
};

/** The files that the page itself names, before any script has run. */
const namedByThePage = async (): Promise<readonly string[]> => {
  const shell = await (await fetch(`${system.baseUrl}/`)).text();
  return [...shell.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path = '']) => path);
};

describe('待办 with 20 cards on a worn computer behind a thin line (CPU ×4, 1.6 Mbit/s, 150 ms)', () => {
  it(
    'is usable within 3.5 s and 300 KB of compressed JavaScript on the first visit, within 2 s with the files cached',
    browserStory(async (open) => {
      const page = await open();
      await signInAs(page, 'yandu-cdo');
      const { forget } = await slowDown(page);
      await forget();
      const travelled = countScripts(page);
      await timeUntilUsable(page, '/', cards);
      const scripts = await travelled();
      const bytes = scripts.reduce((sum, [, size]) => sum + size, 0);
      console.log(`first screen: ${Math.round(bytes / 1000)} KB of compressed JavaScript (limit 300 KB)`);
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThanOrEqual(mostBytes / 2);
      // None is found only when another has run: each such link of a chain costs a trip over the line.
      expect(scripts.map(([path]) => path).sort()).toEqual([...(await namedByThePage())].sort());

      expect(await quickest(2_000, () => timeUntilUsable(page, '/', cards))).toBeLessThanOrEqual(2_000);
      const first = async () => {
        await forget();
        return timeUntilUsable(page, '/', cards);
      };
      expect(await quickest(3_500, first)).toBeLessThanOrEqual(3_500);
    }),
  );
});
