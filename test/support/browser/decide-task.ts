import type { Locator, Page } from 'playwright-core';
import { awaitTrue } from '../await-true.ts';

/** Presses a verb of the open task, writes the opinion and confirms; does not wait for what comes of it. */
export const pressVerb = async (page: Page, verb: string, opinion?: string): Promise<void> => {
  await page
    .getByRole('region', { name: '办理', exact: true })
    .getByRole('button', { name: verb, exact: true })
    .click();
  const dialog = page.getByRole('dialog', { name: new RegExp(`^${verb}`) });
  if (opinion !== undefined) await dialog.getByLabel(/办理意见/).fill(opinion);
  await dialog.getByRole('button', { name: verb, exact: true }).click();
};

/** Decides the open task and waits until it is no longer this person's. */
export const decideTask = async (page: Page, verb: string, opinion?: string): Promise<void> => {
  await pressVerb(page, verb, opinion);
  await page.getByRole('region', { name: '办理', exact: true }).waitFor({ state: 'detached' });
};

/** The page itself looks for what is new every minute only. */
const looksAgainMs = 5000;

/** Whether the person's worklist holds it, on whichever of its pages: a busy desk holds more than the first one shows. */
const isListed = async (page: Page, link: Locator): Promise<boolean> => {
  await page.goto('/');
  const more = page.getByRole('main').getByRole('button', { name: '显示更多' });
  const turnsUp = async (): Promise<boolean> =>
    link
      .or(more)
      .first()
      .waitFor({ timeout: looksAgainMs })
      .then(
        () => true,
        () => false,
      );
  while (await turnsUp()) {
    if (await link.isVisible()) return true;
    await more.first().click();
  }
  return false;
};

/** Opens a matter from the person's own worklist, once it has arrived there. */
export const openFromWorklist = async (page: Page, caseId: string): Promise<void> => {
  const link = page.getByRole('main').locator(`a[href*="${caseId}"]`).first();
  await awaitTrue(`${caseId} is in the worklist`, () => isListed(page, link));
  await link.click();
  await page.getByRole('region', { name: '办理', exact: true }).waitFor();
};
