import type { Key } from './key.ts';

export const sessionKeys = {
  /** A browser's sign-in session, by the SHA-256 of its cookie's secret. */
  session: (sessionId: string): Key => ({ pk: `S#SESSION#${sessionId}`, sk: 'SESSION' }),
  /** When a person last signed out everywhere; under the sessions' prefix, which is all that their function reaches. */
  signOutMark: (personId: string): Key => ({ pk: `S#SESSION#OF#${personId}`, sk: 'SIGNED-OUT' }),
} as const;
