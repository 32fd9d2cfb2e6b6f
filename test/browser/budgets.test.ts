import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { slownessOfMachine } from '#test/support/browser/processor-share.ts';
import { signInAs } from '#test/support/browser/sign-in-as.ts';
import { slowDown, timeUntilUsable } from '#test/support/browser/slow-line.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';

const system = sharedSystem();
const cards = { selector: 'main a[href*="/cases/yandu."]', count: 20 };
const lanes = 4;
/** Other work on the machine only ever makes a page slower. */
const attempts = 3;

/** Twenty applications wait for the CDO of one county. */
beforeAll(async () => {
  const { clerk } = await countyCast(system, 'yandu');
  const lane = async () => {
    for (let sent = 0; sent < cards.count / lanes; sent += 1) await sentForConfirmation(clerk);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
});

/**
 * The best of a few attempts; stops at the first that is good enough. While other work keeps the processor busy,
 * a time counts for as much of itself as this process gets of a processor.
 */
const best = async (limitMs: number, measure: () => Promise<number>): Promise<number> => {
  const taken: number[] = [];
  while (taken.length < attempts && !taken.some((ms) => ms <= limitMs)) {
    const slowness = slownessOfMachine();
    const ms = await measure();
    taken.push(ms / slowness);
    console.log(`待办: ${Math.round(ms)} ms, machine ×${slowness.toFixed(2)} (limit ${limitMs} ms)`);
  }
  return Math.min(...taken);
};

/** Bytes of script that travel, compressed as they are sent. */
const countScripts = (page: Page) => {
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    if (request.resourceType() === 'script')
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

describe('待办 with 20 cards on a worn computer behind a thin line (CPU ×4, 1.6 Mbit/s, 150 ms)', () => {
  it(
    'is usable within 3.5 s and 300 KB of compressed JavaScript on the first visit, within 2 s with the files cached',
    browserStory(async (open) => {
      const page = await open();
      await signInAs(page, 'yandu-cdo');
      const { forget } = await slowDown(page);
      await forget();
      const bytesOfScripts = countScripts(page);
      await timeUntilUsable(page, '/', cards);
      const bytes = await bytesOfScripts();
      console.log(`first screen: ${Math.round(bytes / 1000)} KB of compressed JavaScript (limit 300 KB)`);
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThanOrEqual(300_000);

      expect(await best(2_000, () => timeUntilUsable(page, '/', cards))).toBeLessThanOrEqual(2_000);
      const first = async () => {
        await forget();
        return timeUntilUsable(page, '/', cards);
      };
      expect(await best(3_500, first)).toBeLessThanOrEqual(3_500);
    }),
  );
});
