import type { Page } from 'playwright-core';

/** Signs in as a demo person through the provider's own page, and comes back to the page asked for. */
export const signInAs = async (page: Page, user: string, path = '/'): Promise<void> => {
  await page.goto(path);
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('筛选演示身份').fill(user);
  await page.getByRole('button', { name: new RegExp(`· ${user}$`) }).click();
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
};
