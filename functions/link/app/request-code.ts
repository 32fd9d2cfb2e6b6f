import { isLive, mayHaveCode } from '../domain/link.ts';
import { actorOfLink, findLink } from './find-link.ts';
import { linkedMatter } from './linked-matter.ts';
import type { LinkServices } from './ports.ts';

/**
 * 获取验证码. Whatever comes of it, the caller is told the same. The code is made and sent elsewhere, to the contact that
 * is registered for the link's person; a link that asks for more codes than it may have dies and its person is told.
 */
export const requestCode = async (services: LinkServices, token: string): Promise<void> => {
  const now = services.clock.now();
  const link = await findLink(services, token);
  if (!link || !isLive(link, now) || !(await isStillTheirs(services, link))) return;
  const sent = await services.links.codesSent(link.holder.personId);
  if (mayHaveCode(link, sent.times, now)) await services.links.askForCode(link, sent, now);
  else await services.links.kill(link, now);
};

/** No code goes out for a task that has moved or a post that has ended. */
const isStillTheirs = async (
  services: LinkServices,
  link: Parameters<typeof actorOfLink>[1],
): Promise<boolean> => {
  const actor = await actorOfLink(services, link);
  if (!actor) return false;
  return (await linkedMatter(services, actor, link))?.stands ?? false;
};
