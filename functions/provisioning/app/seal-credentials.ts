import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { normalisedCode } from '#shared/kernel/secret-code.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
const keyOf = (code: string): Buffer =>
  Buffer.from(hkdfSync('sha256', normalisedCode(code), '', 'yunwangtong credentials', 32));

export const sealCredentials = (code: string, text: string): { sealed: string; digest: string } => {
  const iv = randomBytes(ivBytes);
  const sealing = createCipheriv(cipher, keyOf(code), iv);
  const body = Buffer.concat([sealing.update(text, 'utf8'), sealing.final()]);
  const sealed = Buffer.concat([iv, sealing.getAuthTag(), body]).toString('base64url');
  return { sealed, digest: sm3Hex(sealed) };
};

/** Undefined when the code is another. */
export const openCredentials = (code: string, sealed: string): string | undefined => {
  const bytes = Buffer.from(sealed, 'base64url');
  const opening = createDecipheriv(cipher, keyOf(code), bytes.subarray(0, ivBytes));
  opening.setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return Buffer.concat([opening.update(bytes.subarray(ivBytes + tagBytes)), opening.final()]).toString(
      'utf8',
    );
  } catch {
    return undefined;
  }
};
