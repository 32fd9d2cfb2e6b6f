import type { Page } from 'playwright-core';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import { awaitLink } from '#test/support/link-visit.ts';

type System = Pick<EmbeddedSystem, 'baseUrl'>;

/** The phone's messages, as a page. */
export const openInbox = (phone: Page, user: string) =>
  phone.goto(`/_local/inbox?user=${encodeURIComponent(user)}`);

/**
 * Opens the newest approval link of a case from the phone's messages, asks for the code, reads it there and enters it.
 * @param seen how many links of the case the person has received before
 */
export const openLinkOnPhone = async (
  phone: Page,
  system: System,
  user: string,
  caseId: string,
  seen = 0,
): Promise<void> => {
  const link = await awaitLink(system, user, caseId, seen);
  await openInbox(phone, user);
  await phone.locator(`a[href="${link.url}"]`).click();
  const code = await link.codeAfter(() =>
    phone.getByRole('button', { name: '获取验证码', exact: true }).click(),
  );
  await phone.getByLabel('6 位验证码').fill(code);
  await phone.getByRole('button', { name: '查看办理内容' }).click();
  await phone.getByRole('heading', { name: '您的意见' }).waitFor();
};

interface PhoneDecision {
  readonly user: string;
  readonly caseId: string;
  readonly verb: string;
  readonly seen?: number;
}

/** The whole way of a decision on the phone, with the first of the usual phrases. */
export const decideOnPhone = async (
  phone: Page,
  system: System,
  { user, caseId, verb, seen }: PhoneDecision,
): Promise<void> => {
  await openLinkOnPhone(phone, system, user, caseId, seen);
  await phone.getByRole('radio').first().check();
  await phone.getByRole('button', { name: verb, exact: true }).click();
  await phone.getByRole('heading', { name: '已办理' }).waitFor();
};
