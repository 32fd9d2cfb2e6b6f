import { randomUUID } from 'node:crypto';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { isUseWorthKeeping, needsRenewal } from '../domain/session.ts';
import { type FoundSession, findSession } from './find-session.ts';
import { type SessionServices, type SessionView, viewOf } from './ports.ts';
import { sealTokens } from './seal.ts';
import { refusedAs } from './session-refusals.ts';

type Refreshed = Result<SessionView, Refusal>;

/** Longer than the issuer is waited for, shorter than the function runs. */
const leaseMs = 8_000;
const lookEveryMs = 150;

/** Hands out the token that is kept; a use is written down now and then, so that the session does not count as idle. */
const answerKept = async (
  { sessions, clock }: SessionServices,
  { session, tokens }: FoundSession,
): Promise<Refreshed> => {
  const now = clock.now().getTime();
  if (isUseWorthKeeping(session, now)) await sessions.keepUse(session.id, now);
  return accept(viewOf(session, tokens.accessToken, now));
};

/** Asks the issuer under the lease. A refresh token serves once: what comes for it is kept before anybody is told. */
const renewUnderLease = async (
  { sessions, issuer, clock }: SessionServices,
  { secret, session, tokens }: FoundSession,
  refreshToken: string,
  lease: string,
): Promise<Refreshed> => {
  const renewed = await issuer.renew(refreshToken, session.personId).catch(async (fault: unknown) => {
    await sessions.releaseLease(session.id, lease);
    throw fault;
  });
  if (renewed === 'refused') {
    await sessions.end(session.id);
    return refuse(refusedAs('session-not-renewable'));
  }
  const { accessToken, expiresIn } = renewed;
  const now = clock.now().getTime();
  const renewal = {
    sealed: sealTokens(secret, {
      accessToken,
      refreshToken: renewed.refreshToken ?? refreshToken,
      idToken: tokens.idToken,
    }),
    usedAt: now,
    renewedAt: now,
    expiresAt: now + expiresIn * 1000,
  };
  return (await sessions.keepRenewal(session, lease, renewal))
    ? accept(viewOf({ ...session, ...renewal }, accessToken, now))
    : refuse(refusedAs('session-ended'));
};

/** One look at the session; undefined while somebody else renews it. */
const refreshOnce = async (
  services: SessionServices,
  found: FoundSession,
  refused: boolean,
): Promise<Refreshed | undefined> => {
  const { session, tokens } = found;
  const { refreshToken } = tokens;
  const now = services.clock.now().getTime();
  if (!needsRenewal(session, refused, now)) return answerKept(services, found);
  if (refreshToken === undefined)
    return refused || now >= session.expiresAt
      ? refuse(refusedAs('session-not-renewable'))
      : answerKept(services, found);
  const lease = randomUUID();
  return (await services.sessions.lease(session, lease, now + leaseMs, now))
    ? renewUnderLease(services, found, refreshToken, lease)
    : undefined;
};

/**
 * An access token for a page of the browser: the one that is kept while it has life left, else a new one from the
 * issuer. Of several who ask at once one renews and the others wait for it.
 * @param refused the API turned away the token that was given last
 */
export const refreshSession = async (
  services: SessionServices,
  secret: string | undefined,
  refused: boolean,
): Promise<Refreshed> => {
  for (let waitedMs = 0; waitedMs <= leaseMs; waitedMs += lookEveryMs) {
    const found = await findSession(services, secret);
    if (!found.ok) return found;
    const refreshed = await refreshOnce(services, found.value, refused);
    if (refreshed) return refreshed;
    await services.pause(lookEveryMs);
  }
  throw new Error('another renewal of the session does not come to an end');
};
