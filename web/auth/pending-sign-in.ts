/** What must survive the redirect to the issuer and back; never a token. */
export interface PendingSignIn {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  /** Path within the console to come back to. */
  readonly returnTo: string;
}

const storageKey = 'yunwangtong.pending-sign-in';

export const keepPendingSignIn = (pending: PendingSignIn): void =>
  sessionStorage.setItem(storageKey, JSON.stringify(pending));

/** Takes it out: a redirect is answered once. */
export const takePendingSignIn = (): PendingSignIn | undefined => {
  const text = sessionStorage.getItem(storageKey);
  sessionStorage.removeItem(storageKey);
  return text === null ? undefined : (JSON.parse(text) as PendingSignIn);
};
