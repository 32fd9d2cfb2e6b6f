import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sharedSystem } from '#test/support/ask.ts';
import { browserStory } from '#test/support/browser/browser-story.ts';
import { laterLibraryStyle } from '#test/support/browser/chrome-86.ts';
import { consolePaths, prepareMatters, stops, type TourMatters } from '#test/support/browser/console-tour.ts';
import { demandNoSidewaysScroll, seriousFindings, writtenStyles } from '#test/support/browser/judge-page.ts';
import { openLinkOnPhone } from '#test/support/browser/link-on-phone.ts';
import { chooseDemoPerson, signInAs } from '#test/support/browser/sign-in-as.ts';
import { countyCast } from '#test/support/county-cast.ts';
import { sentForConfirmation } from '#test/support/file-application.ts';
import { provisioningCast } from '#test/support/provisioning-story.ts';
import { grantMembership, housingClerk } from '#test/support/second-membership.ts';

const system = sharedSystem();
let matters: TourMatters;
beforeAll(async () => {
  matters = await prepareMatters(system, await provisioningCast(system, 'jianhu'));
});

/** A desk, the same at 200 % zoom, and a phone, in CSS pixels. */
const sizes = [
  { width: 1440, height: 900 },
  { width: 720, height: 450 },
  { width: 390, height: 844 },
] as const;

/** Looks at what is open, at every size; axe judges the two that are drawn differently. */
const judge = async (page: Page, name: string): Promise<readonly string[]> => {
  const found: string[] = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    await demandNoSidewaysScroll(page).catch((failure: Error) => found.push(failure.message));
    if (size.width === 720) continue;
    found.push(...(await seriousFindings(page)), ...(await laterLibraryStyle(await writtenStyles(page))));
  }
  return [...new Set(found)].map((finding) => `${name}: ${finding}`);
};

describe('every page', () => {
  it('of the console is on the tour', async () => {
    expect(new Set(stops.map(({ path }) => path))).toEqual(new Set(await consolePaths()));
  });

  it.each([...new Set(stops.map(({ user }) => user))])(
    'that %s sees has no serious finding of axe and does not scroll sideways',
    async (account) => {
      await browserStory(async (open) => {
        const page = await open({ refusals: [404] });
        await signInAs(page, account);
        const found: string[] = [];
        for (const { at, shows } of stops.filter((stop) => stop.user === account)) {
          await page.setViewportSize(sizes[0]);
          await page.goto(at(matters));
          await page.getByText(shows).first().waitFor();
          await page.getByRole('status', { name: '正在加载' }).first().waitFor({ state: 'detached' });
          found.push(...(await judge(page, at(matters))));
        }
        expect(found).toEqual([]);
      })();
    },
  );

  it(
    'on the way in: sign-in and the choice of membership',
    browserStory(async (open) => {
      await grantMembership(system, housingClerk);
      const page = await open();
      await page.goto('/');
      await page.getByRole('button', { name: '登录' }).waitFor();
      const found = [...(await judge(page, '登录'))];
      await chooseDemoPerson(page, housingClerk.personId);
      await page.getByText('请选择本次以哪个单位的身份办理').waitFor();
      found.push(...(await judge(page, '选择任职单位')));
      expect(found).toEqual([]);
    }),
  );

  it(
    'of an approval link',
    browserStory(async (open) => {
      const cast = await countyCast(system, 'jianhu');
      const caseId = await sentForConfirmation(cast.clerk);
      const phone = await open({ screen: 'phone', refusals: [404, 422] });
      await openLinkOnPhone(phone, system, 'jianhu-cdo', caseId);
      const found = [...(await judge(phone, '办理内容'))];
      await phone.goto(`/l/${'A'.repeat(43)}`);
      found.push(...(await judge(phone, '确认是您本人')));
      await phone.getByRole('button', { name: '获取验证码' }).click();
      await phone.getByLabel('6 位验证码').waitFor();
      found.push(...(await judge(phone, '输入验证码')));
      await phone.getByLabel('6 位验证码').fill('123456');
      await phone.getByRole('button', { name: '查看办理内容' }).click();
      await phone.getByRole('heading', { name: '打不开' }).waitFor();
      found.push(...(await judge(phone, '打不开')));
      expect(found).toEqual([]);
    }),
  );
});
