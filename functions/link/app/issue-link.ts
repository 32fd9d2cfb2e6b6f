import type { WallClock } from '#shared/kernel/clock.ts';
import { type Link, linkHours } from '../domain/link.ts';
import type { LinkStore } from './ports.ts';
import { linkIdOf, newKey, newToken } from './secrets.ts';

/** What a link is for, and for whom. */
export type LinkSubject = Pick<Link, 'tenant' | 'caseId' | 'taskId' | 'about' | 'title' | 'holder'>;

/** Makes a link and answers its token, which exists from now on only where it is sent. */
export const issueLink = async (
  services: { readonly links: LinkStore; readonly clock: WallClock },
  subject: LinkSubject,
): Promise<string> => {
  const token = newToken();
  const id = linkIdOf(token) ?? '';
  const expiresAt = new Date(services.clock.now().getTime() + linkHours * 3_600_000).toISOString();
  await services.links.create({
    ...subject,
    id,
    state: 'live',
    expiresAt,
    codesSent: 0,
    wrongCodes: 0,
    viewKey: newKey(),
  });
  return token;
};
