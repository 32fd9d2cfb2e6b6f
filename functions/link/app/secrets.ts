import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';
import type { OneTimeCode } from '../domain/link.ts';

const tokenBytes = 32;
/** 256 bits in base64url. */
const tokenPattern = /^[A-Za-z0-9_-]{43}$/;

export const newToken = (): string => randomBytes(tokenBytes).toString('base64url');
export const newKey = (): string => randomBytes(tokenBytes).toString('base64url');
export const newCode = (): string => String(randomInt(1_000_000)).padStart(6, '0');

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Under which a token's link is kept; undefined for what can be no token. */
export const linkIdOf = (token: string): string | undefined =>
  tokenPattern.test(token) ? sha256(token) : undefined;

export const sealCode = (code: string, expiresAt: string): OneTimeCode => {
  const salt = newKey();
  return { digest: sha256(`${salt}\n${code}`), salt, expiresAt };
};

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

export const isCode = (typed: string, { digest, salt }: OneTimeCode): boolean =>
  equal(sha256(`${salt}\n${typed}`), digest);

/** What a person was shown of a matter, and until when they may decide on it. */
export interface View {
  readonly version: number;
  readonly formDigest: string;
  /** Epoch seconds. */
  readonly expires: number;
}

interface ViewOwner {
  readonly id: string;
  readonly viewKey: string;
  readonly holder: { readonly personId: string };
}

const macOf = ({ id, viewKey, holder }: ViewOwner, { version, formDigest, expires }: View): string =>
  createHmac('sha256', viewKey)
    .update([id, holder.personId, version, formDigest, expires].join('\n'))
    .digest('base64url');

/** The hidden field of the page: HMAC over link, person, version, form and expiry. */
export const sealView = (owner: ViewOwner, view: View): string =>
  [view.version, view.formDigest, view.expires, macOf(owner, view)].join('.');

/** The view that a field stands for; undefined when it was forged, or shown too long ago. */
export const openView = (owner: ViewOwner, field: string, now: Date): View | undefined => {
  const matched = /^(\d{1,9})\.([0-9a-f]{64})\.(\d{1,12})\.([A-Za-z0-9_-]{43})$/.exec(field);
  if (!matched) return undefined;
  const [, version = '', formDigest = '', expires = '', mac = ''] = matched;
  const view = { version: Number(version), formDigest, expires: Number(expires) };
  return equal(mac, macOf(owner, view)) && view.expires * 1000 > now.getTime() ? view : undefined;
};
