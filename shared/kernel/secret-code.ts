import { randomBytes } from 'node:crypto';

/** Crockford's alphabet: nothing that is misread on the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 20;

/** A hundred random bits that people can type. */
export const newSecretCode = (): string =>
  [...randomBytes(codeLength)].map((byte) => alphabet[byte % alphabet.length]).join('');

/** As it was meant: without spaces and hyphens, and with letters that were misread put right. */
export const normalisedCode = (code: string): string =>
  code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** In groups of five, as it is printed. */
export const printedCode = (code: string): string => code.replace(/(.{5})(?=.)/g, '$1-');
