import { type Browser, chromium } from 'playwright-core';
import { inject } from 'vitest';
import './shared-browser.ts';

let opened: Promise<Browser> | undefined;

/** The one Chromium that the files of the browser project share. */
export const openBrowser = (): Promise<Browser> => {
  opened ??= chromium.connect(inject('browserEndpoint'));
  return opened;
};
