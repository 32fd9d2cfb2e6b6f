import { expect, test } from 'vitest';
import { newSecret, openTokens, sealTokens, sessionIdOf } from '#functions/session/app/seal.ts';

const tokens = { accessToken: 'access', refreshToken: 'refresh', idToken: 'id' };

test('only the secret opens what was sealed under it', () => {
  const secret = newSecret();
  const sealed = sealTokens(secret, tokens);
  expect(openTokens(secret, sealed)).toEqual(tokens);
  expect(() => openTokens(newSecret(), sealed)).toThrow();
  expect(Buffer.from(sealed, 'base64url').toString('latin1')).not.toContain('refresh');
});

test('what was touched does not open', () => {
  const secret = newSecret();
  const bytes = Buffer.from(sealTokens(secret, tokens), 'base64url');
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  expect(() => openTokens(secret, bytes.toString('base64url'))).toThrow();
});

test.each(['', 'short', `${'a'.repeat(43)}=`, '__proto__', 'a'.repeat(44)])('%j is no secret', (text) => {
  expect(sessionIdOf(text)).toBeUndefined();
});

test('the same secret leads to the same session, which does not show it', () => {
  const secret = newSecret();
  expect(sessionIdOf(secret)).toMatch(/^[0-9a-f]{64}$/);
  expect(sessionIdOf(secret)).toBe(sessionIdOf(secret));
});
