import type { Page } from 'playwright-core';

/** Presses 登录 and picks a demo person on the provider's own page. */
export const chooseDemoPerson = async (page: Page, user: string): Promise<void> => {
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByLabel('筛选演示身份').fill(user);
  await page.getByRole('button', { name: new RegExp(`· ${user}$`) }).click();
};

/** Signs in as a demo person and comes back to the page asked for. */
export const signInAs = async (page: Page, user: string, path = '/'): Promise<void> => {
  await page.goto(path);
  await chooseDemoPerson(page, user);
  await page.getByRole('navigation', { name: '主导航' }).waitFor();
};
