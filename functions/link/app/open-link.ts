import { isLive, type Link, type OneTimeCode, readCode, wrongCodesAllowed } from '../domain/link.ts';
import { actorOfLink, findLink } from './find-link.ts';
import { linkedMatter, shownTo } from './linked-matter.ts';
import type { LinkServices } from './ports.ts';
import { isCode } from './secrets.ts';

/** Whether the code is right. Each try is counted before it is compared, so that many at once are no more than five. */
const tryCode = async (
  services: LinkServices,
  link: Link,
  typed: string,
  now: Date,
): Promise<OneTimeCode | undefined> => {
  const tried = await services.links.countTry(link.id);
  if (tried === undefined) return undefined;
  const expected = link.code && link.code.expiresAt > now.toISOString() ? link.code : undefined;
  if (expected && isCode(typed, expected)) return expected;
  if (tried >= wrongCodesAllowed) await services.links.kill(link, now);
  return undefined;
};

/** 凭验证码查看: the matter's page; undefined for every reason for which there is nothing to see; the caller is told none of them. */
export const openLink = async (
  services: LinkServices,
  token: string,
  typed: string,
): Promise<string | undefined> => {
  const now = services.clock.now();
  const link = await findLink(services, token);
  const code = readCode(typed);
  if (!link || code === undefined || !isLive(link, now)) return undefined;
  const right = await tryCode(services, link, code, now);
  const actor = right && (await actorOfLink(services, link));
  if (!actor) return undefined;
  const matter = await linkedMatter(services, actor, link);
  if (!matter?.stands) return undefined;
  if (!(await services.links.spendCode(link.id, right))) return undefined;
  return matter.page(shownTo(link, matter, services.clock));
};
