import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';

const secretBytes = 32;
/** 256 bits in base64url. */
const secretPattern = /^[A-Za-z0-9_-]{43}$/;
const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/** What the issuer gave, as the session keeps it. */
const sealedTokens = z.object({
  accessToken: z.string(),
  refreshToken: z.optional(z.string()),
  idToken: z.string(),
});
export type SealedTokens = z.infer<typeof sealedTokens>;

export const newSecret = (): string => randomBytes(secretBytes).toString('base64url');

/** Under which the session of a cookie's secret is kept; undefined for what can be no secret. */
export const sessionIdOf = (secret: string): string | undefined =>
  secretPattern.test(secret) ? createHash('sha256').update(secret).digest('hex') : undefined;

/** Only the browser's cookie opens what its session keeps: the table alone gives nobody a token. */
const keyOf = (secret: string): Buffer =>
  Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', 'yunwangtong session', 32));

export const sealTokens = (secret: string, tokens: SealedTokens): string => {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyOf(secret), iv);
  const text = Buffer.concat([sealing.update(JSON.stringify(tokens), 'utf8'), sealing.final()]);
  return Buffer.concat([iv, sealing.getAuthTag(), text]).toString('base64url');
};

/** @throws when it was sealed under another secret, or touched */
export const openTokens = (secret: string, sealed: string): SealedTokens => {
  const bytes = Buffer.from(sealed, 'base64url');
  const opening = createDecipheriv(cipher, keyOf(secret), bytes.subarray(0, ivBytes));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  const text = Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]);
  return sealedTokens.parse(JSON.parse(text.toString('utf8')));
};
