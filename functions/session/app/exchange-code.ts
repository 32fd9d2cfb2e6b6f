import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { type SessionServices, type SessionView, type SignInAnswer, viewOf } from './ports.ts';
import { newSecret, sealTokens, sessionIdOf } from './seal.ts';
import { refusedAs } from './session-refusals.ts';

export interface OpenedSession {
  readonly view: SessionView;
  /** Goes into the cookie and nowhere else. */
  readonly secret: string;
}

/** Redeems the issuer's code and opens a session in place of the one that the browser had. */
export const exchangeCode = async (
  { sessions, issuer, clock }: SessionServices,
  answer: SignInAnswer,
  before: string | undefined,
): Promise<Result<OpenedSession, Refusal>> => {
  const startedAt = clock.now().getTime();
  const granted = await issuer.redeem(answer);
  if (granted === 'refused') return refuse(refusedAs('sign-in-refused'));
  const { personId, accessToken, refreshToken, idToken, authenticatedAt } = granted;
  const signedOutAt = await sessions.signedOutAt(personId);
  // The issuer's own session may outlive signing out everywhere; what counts is when the person last showed who they are.
  if (signedOutAt !== undefined && authenticatedAt !== undefined && authenticatedAt < signedOutAt)
    return refuse(refusedAs('session-ended'));

  const secret = newSecret();
  const id = sessionIdOf(secret) ?? '';
  const now = clock.now().getTime();
  const session = {
    id,
    personId,
    startedAt,
    usedAt: now,
    renewedAt: now,
    expiresAt: now + granted.expiresIn * 1000,
    sealed: sealTokens(secret, { accessToken, refreshToken, idToken }),
  };
  if (!(await sessions.start(session))) return refuse(refusedAs('session-ended'));
  const beforeId = before === undefined ? undefined : sessionIdOf(before);
  if (beforeId !== undefined) await sessions.end(beforeId);
  return accept({ view: viewOf(session, accessToken, now), secret });
};
