import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { launchOptions } from './launch-options.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the one Chromium of the browser project is driven. */
    readonly browserEndpoint: string;
  }
}

/** Vitest's global setup of the browser project: one Chromium for all its files, closed after the last. */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const server = await chromium.launchServer(launchOptions());
  project.provide('browserEndpoint', server.wsEndpoint());
  return () => server.close();
};
