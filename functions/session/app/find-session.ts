import type { Refusal } from '#shared/kernel/refusal.ts';
import { accept, type Result, refuse } from '#shared/kernel/result.ts';
import { judgeSession, type Standing } from '../domain/session.ts';
import type { KeptSession, SessionServices } from './ports.ts';
import { openTokens, type SealedTokens, sessionIdOf } from './seal.ts';
import { refusedAs } from './session-refusals.ts';

const refusalOf = {
  idle: 'session-idle',
  over: 'session-over',
  ended: 'session-ended',
} as const satisfies Record<Exclude<Standing, 'live'>, string>;

/** A session together with the secret that opened it. */
export interface FoundSession {
  readonly secret: string;
  readonly session: KeptSession;
  readonly tokens: SealedTokens;
}

/** The session of a cookie's secret, alive or not. */
export const findKept = async (
  { sessions }: Pick<SessionServices, 'sessions'>,
  secret = '',
): Promise<FoundSession | undefined> => {
  const id = sessionIdOf(secret);
  const session = id === undefined ? undefined : await sessions.find(id);
  return session && { secret, session, tokens: openTokens(secret, session.sealed) };
};

/** The session of a cookie's secret, while it lives. */
export const findSession = async (
  services: SessionServices,
  secret: string | undefined,
): Promise<Result<FoundSession, Refusal>> => {
  const { sessions, life, clock } = services;
  const found = await findKept(services, secret);
  if (!found) return refuse(refusedAs('session-missing'));
  const signedOutAt = await sessions.signedOutAt(found.session.personId);
  const standing = judgeSession(found.session, life, signedOutAt, clock.now().getTime());
  return standing === 'live' ? accept(found) : refuse(refusedAs(refusalOf[standing]));
};
