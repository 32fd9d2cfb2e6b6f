import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result } from '#shared/kernel/result.ts';
import { signOutMark } from '../domain/session.ts';
import { type FoundSession, findKept, findSession } from './find-session.ts';
import type { SessionServices } from './ports.ts';

export interface EndedSession {
  /** Where the browser goes to end the issuer's own session too; absent when there is no such place. */
  readonly leaveTo?: string;
}

const end = async ({ sessions, issuer }: SessionServices, found: FoundSession): Promise<EndedSession> => {
  await sessions.end(found.session.id);
  // The session is over whatever the issuer does; its own goes on where it cannot be reached.
  const address = await issuer.signOutAddress(found.tokens.idToken).catch(() => undefined);
  return address === undefined ? {} : { leaveTo: address };
};

/** 退出: ends this browser's session. A session that is no more counts as ended. */
export const endSession = async (
  services: SessionServices,
  secret: string | undefined,
): Promise<EndedSession> => {
  const found = await findKept(services, secret);
  return found ? end(services, found) : {};
};

/** Answers once the mark's second has come: whoever signs in again then gets a token that lies behind the mark. */
const leaveMark = async ({ sessions, clock, pause }: SessionServices, personId: string): Promise<void> => {
  const now = () => clock.now().getTime();
  for (;;) {
    const at = signOutMark(now());
    await sessions.signOutEverywhere(personId, at);
    // A mark written after its second would let through what was issued in between: then once more.
    if (now() < at * 1000) return pause(at * 1000 - now());
  }
};

/** 在所有设备上退出: from now on neither a session of the person serves nor an access token issued before. */
export const endEverywhere = async (
  services: SessionServices,
  secret: string | undefined,
): Promise<Result<EndedSession, Refusal>> => {
  const found = await findSession(services, secret);
  if (!found.ok) return found;
  await leaveMark(services, found.value.session.personId);
  return accept(await end(services, found.value));
};
