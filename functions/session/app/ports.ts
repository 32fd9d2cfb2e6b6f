import type { WallClock } from '#shared/kernel/clock.ts';
import type { SessionLife, SessionTimes, TokenTimes } from '../domain/session.ts';

/** A session as it is kept: whose, its times, and its tokens sealed under the cookie's secret. */
export interface KeptSession extends SessionTimes, TokenTimes {
  /** SHA-256 of the cookie's secret. */
  readonly id: string;
  readonly personId: string;
  readonly sealed: string;
}

type Renewal = Pick<KeptSession, 'sealed' | 'usedAt' | 'renewedAt' | 'expiresAt'>;

export interface SessionStore {
  find(id: string): Promise<KeptSession | undefined>;
  /** Epoch seconds of the person's last signing out everywhere. */
  signedOutAt(personId: string): Promise<number | undefined>;
  /** False when the person has signed out everywhere since the session's start; then nothing is kept. */
  start(session: KeptSession): Promise<boolean>;
  /** Reserves the renewal of what was read; false while somebody else has it or once somebody has renewed. */
  lease(session: KeptSession, lease: string, until: number, now: number): Promise<boolean>;
  /** Keeps a renewal under its lease; false when the session ended meanwhile. */
  keepRenewal(session: KeptSession, lease: string, renewal: Renewal): Promise<boolean>;
  releaseLease(id: string, lease: string): Promise<void>;
  keepUse(id: string, usedAt: number): Promise<void>;
  end(id: string): Promise<void>;
  /** @param at epoch seconds */
  signOutEverywhere(personId: string, at: number): Promise<void>;
}

/** The issuer's answer to a sign-in as it stands in the address bar, and what the page kept to judge it by. */
export interface SignInAnswer {
  /** Query of the redirect address. */
  readonly answer: string;
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

export interface GrantedTokens {
  readonly accessToken: string;
  readonly refreshToken: string | undefined;
  /** Seconds that the access token lives. */
  readonly expiresIn: number;
}

export interface GrantedSignIn extends GrantedTokens {
  readonly personId: string;
  readonly idToken: string;
  /** Epoch seconds at which the person showed the issuer who they are, where it says so. */
  readonly authenticatedAt: number | undefined;
}

/** Any OpenID Connect issuer. Faults of the line and of the issuer are thrown. */
export interface Issuer {
  redeem(answer: SignInAnswer): Promise<GrantedSignIn | 'refused'>;
  renew(refreshToken: string, personId: string): Promise<GrantedTokens | 'refused'>;
  /** Where the issuer's own session is ended; undefined when it offers no such place. */
  signOutAddress(idToken: string): Promise<string | undefined>;
}

export interface SessionServices {
  readonly sessions: SessionStore;
  readonly issuer: Issuer;
  readonly life: SessionLife;
  readonly clock: WallClock;
  readonly pause: (ms: number) => Promise<void>;
}

/** What a page is told of its session. */
export interface SessionView {
  readonly accessToken: string;
  /** Seconds from now that the access token lives. */
  readonly expiresIn: number;
  /** Subject of the person, by which a tab notices that somebody else has signed in. */
  readonly person: string;
}

export const viewOf = (
  { expiresAt, personId }: Pick<KeptSession, 'expiresAt' | 'personId'>,
  accessToken: string,
  now: number,
): SessionView => ({
  accessToken,
  expiresIn: Math.floor((expiresAt - now) / 1000),
  person: personId,
});
