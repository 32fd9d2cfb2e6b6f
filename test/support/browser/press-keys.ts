import type { Locator, Page } from 'playwright-core';

const mostTabs = 120;

/** Presses Tab until something has the focus. @throws when it is not reached */
export const pressUntilFocused = async (page: Page, wanted: Locator): Promise<void> => {
  await wanted.waitFor();
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    if (await wanted.evaluate((element) => element === element.ownerDocument.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`${mostTabs} times Tab did not lead to ${wanted}`);
};
