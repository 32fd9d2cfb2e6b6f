import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { WrittenAttachment } from '#examples/play-application.ts';
import { rules } from '#test/support/sample-application.ts';

/** Registers a draft by the system's name; its form is open afterwards. Answers the case's id. */
export const registerDraft = async (desk: Page, systemName: string): Promise<string> => {
  await desk.goto('/cases/new/cloudApplication');
  await desk.getByLabel('信息系统名称').fill(systemName);
  await desk.getByRole('button', { name: '生成草稿' }).click();
  await desk.getByRole('heading', { name: /^填写/ }).waitFor();
  return /cases\/([^/]+)\/form/.exec(desk.url())?.[1] ?? '';
};

/** Chooses each file for its material on the open case page, and waits until the system has looked at it. */
export const attachFiles = async (desk: Page, attachments: readonly WrittenAttachment[]): Promise<void> => {
  for (const { material, fileName, path } of attachments) {
    const title = rules.materials.value.find(({ id }) => id === material)?.title;
    if (title === undefined) throw new Error(`no material ${material}`);
    const buffer = readFileSync(join('examples', path));
    await desk
      .getByLabel(`选择文件：${title}`)
      .setInputFiles({ name: fileName, mimeType: 'application/octet-stream', buffer });
    await desk.getByRole('button', { name: `下载 ${fileName}` }).waitFor();
  }
};

/** 送确认, from the form or from the case page. */
export const sendForConfirmation = async (desk: Page): Promise<void> => {
  await desk.getByRole('button', { name: '送确认' }).click();
  const dialog = desk.getByRole('dialog');
  await dialog.getByRole('button', { name: '送确认' }).click();
  await dialog.waitFor({ state: 'detached' });
};
