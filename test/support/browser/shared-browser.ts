import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { findChromium } from '#local/find-chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one Chromium of the browser project is driven. */
    readonly browserEndpoint: string;
  }
}

/** Names resolve to nothing: a page that asks for anything but this machine gets no answer. */
const onlyThisMachine = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1';

/** Vitest's global setup of the browser project: one Chromium for all its files, closed after the last. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const executablePath = findChromium();
  if (executablePath === undefined)
    throw new Error('没有找到 Chromium，请执行 node local/check-machine.ts test');
  const server = await chromium.launchServer({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', onlyThisMachine],
  });
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
};
