import type { Matter } from '#functions/cases/app/view-matter.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import type { WallClock } from '#shared/kernel/clock.ts';
import {
  isLive,
  type Link,
  type OneTimeCode,
  readCode,
  viewMinutes,
  wrongCodesAllowed,
} from '../domain/link.ts';
import { actorOfLink, findLink } from './find-link.ts';
import type { LinkServices } from './ports.ts';
import { isCode, sealView } from './secrets.ts';

/** The matter as shown, with the field by which it may be decided. */
export interface OpenedLink {
  readonly actor: Actor;
  readonly matter: Matter;
  readonly view: string;
}

export const shownTo = (link: Link, matter: Matter, clock: WallClock): string =>
  sealView(link, {
    version: matter.view.version,
    formDigest: matter.view.formDigest,
    expires: Math.floor(clock.now().getTime() / 1000) + viewMinutes * 60,
  });

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

/** 凭验证码查看: undefined for every reason for which there is nothing to see; the caller is told none of them. */
export const openLink = async (
  services: LinkServices,
  token: string,
  typed: string,
): Promise<OpenedLink | undefined> => {
  const now = services.clock.now();
  const link = await findLink(services, token);
  const code = readCode(typed);
  if (!link || code === undefined || !isLive(link, now)) return undefined;
  const right = await tryCode(services, link, code, now);
  const actor = right && (await actorOfLink(services, link));
  if (!actor) return undefined;
  const matter = await services.cases.view(actor, link.caseId, link.taskId);
  if (!matter.ok || matter.value.task.verbs.length === 0) return undefined;
  if (!(await services.links.spendCode(link.id, right))) return undefined;
  return { actor, matter: matter.value, view: shownTo(link, matter.value, services.clock) };
};
