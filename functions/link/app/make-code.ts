import type { WallClock } from '#shared/kernel/clock.ts';
import { codeMinutes, isLive, type Link } from '../domain/link.ts';
import type { LinkStore } from './ports.ts';
import { newCode, sealCode } from './secrets.ts';

export interface MadeCode {
  readonly link: Link;
  readonly code: string;
  readonly expiresAt: string;
}

/** Makes the code that a link has asked for; the newest counts. Undefined when the link is not live any more. */
export const makeCode = async (
  services: { readonly links: LinkStore; readonly clock: WallClock },
  linkId: string,
): Promise<MadeCode | undefined> => {
  const now = services.clock.now();
  const link = await services.links.load(linkId);
  if (!link || !isLive(link, now)) return undefined;
  const code = newCode();
  const expiresAt = new Date(now.getTime() + codeMinutes * 60_000).toISOString();
  return (await services.links.keepCode(linkId, sealCode(code, expiresAt)))
    ? { link, code, expiresAt }
    : undefined;
};
