import type { LaunchOptions } from 'playwright-core';
import { findChromium } from '#local/find-chromium.ts';

/** Names resolve to nothing: a page that asks for anything but this machine gets no answer. */
const onlyThisMachine = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** How this machine's Chromium is started. @throws when it has none */
export const launchOptions = (): LaunchOptions => {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('没有找到 Chromium，请执行 node local/check-machine.ts test');
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', onlyThisMachine];
  return { executablePath, args };
};
