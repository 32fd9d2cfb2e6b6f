import type { Page } from 'playwright-core';

/** A worn office computer on a thin line: CPU ×4, 1.6 Mbit/s both ways, 150 ms. */
const slow = { cpuFactor: 4, bytesPerSecond: (1.6 * 1_000_000) / 8, latencyMs: 150 } as const;

/** From now on the page is as slow as that; `forget` empties the browser's cache. */
export const slowDown = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: slow.latencyMs,
    downloadThroughput: slow.bytesPerSecond,
    uploadThroughput: slow.bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: slow.cpuFactor });
  return { forget: () => session.send('Network.clearBrowserCache') };
};

/** Milliseconds from the start of the navigation until so many of something are there and the page has time for the person. */
export const timeUntilUsable = async (
  page: Page,
  address: string,
  wanted: { readonly selector: string; readonly count: number },
): Promise<number> => {
  const begun = performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  await page
    .locator(wanted.selector)
    .nth(wanted.count - 1)
    .waitFor();
  await page.evaluate('new Promise((resolve) => requestIdleCallback(() => resolve()))');
  return performance.now() - begun;
};
