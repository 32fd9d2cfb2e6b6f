import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { sm3Hex } from '#shared/kernel/sm3.ts';

const cipher = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;
/** Crockford's alphabet: nothing that is misread on the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 20;

/** 提取码: a hundred random bits; whoever has the table alone opens nothing. */
export const newPickupCode = (): string =>
  [...randomBytes(codeLength)].map((byte) => alphabet[byte % alphabet.length]).join('');

/** As it was meant: without spaces and hyphens, and with letters that were misread put right. */
const normalised = (code: string): string =>
  code.toUpperCase().replace(/[ -]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

const keyOf = (code: string): Buffer =>
  Buffer.from(hkdfSync('sha256', normalised(code), '', 'yunwangtong credentials', 32));

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
