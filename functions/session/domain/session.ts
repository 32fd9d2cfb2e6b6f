/** How long a sign-in session 登录会话 lasts at most, and how long without being used; milliseconds. */
export interface SessionLife {
  readonly wholeMs: number;
  readonly idleMs: number;
}

/** What the rules look at; epoch milliseconds. */
export interface SessionTimes {
  readonly startedAt: number;
  /** Last time that a page of the browser asked for its access token. */
  readonly usedAt: number;
}

/** `idle`: unused for too long; `over`: its whole life is past; `ended`: its person signed out everywhere. */
export type Standing = 'live' | 'idle' | 'over' | 'ended';

/** @param signedOutAt epoch seconds at which the person last signed out everywhere */
export const judgeSession = (
  { startedAt, usedAt }: SessionTimes,
  life: SessionLife,
  signedOutAt: number | undefined,
  now: number,
): Standing => {
  if (signedOutAt !== undefined && startedAt < signedOutAt * 1000) return 'ended';
  if (now >= startedAt + life.wholeMs) return 'over';
  return now >= usedAt + life.idleMs ? 'idle' : 'live';
};

/** When the access token that a session holds was given, and when it runs out; epoch milliseconds. */
export interface TokenTimes {
  readonly renewedAt: number;
  readonly expiresAt: number;
}

/** A token given so lately serves everybody who asks: two tabs, a reload during the renewal. */
const graceMs = 30_000;
/** Share of a token's life in which it is no longer handed out again. */
const lastQuarter = 0.25;

/** @param refused the API turned away the token that was given last */
export const needsRenewal = (
  { renewedAt, expiresAt }: TokenTimes,
  refused: boolean,
  now: number,
): boolean => {
  if (now >= expiresAt) return true;
  if (now < renewedAt + graceMs) return false;
  return refused || expiresAt - now < (expiresAt - renewedAt) * lastQuarter;
};

/**
 * The mark that signing out everywhere leaves, epoch seconds: the next full second. Tokens tell when they were issued
 * in whole seconds, so all that were issued up to now lie before it.
 */
export const signOutMark = (now: number): number => Math.floor(now / 1000) + 1;

/** The use of a session is written down at most so often. */
const useStepMs = 60_000;

export const isUseWorthKeeping = ({ usedAt }: SessionTimes, now: number): boolean =>
  now - usedAt >= useStepMs;
