import { describe, expect, it } from 'vitest';
import { isOwnPage } from '#functions/session/api/is-own-page.ts';
import { sessionCookie } from '#functions/session/api/session-cookie.ts';

describe('the session cookie', () => {
  const cookie = sessionCookie('https://cloud.example.gov.cn', 12 * 3_600_000);

  it('is this host’s alone, unseen by scripts, never sent from another site', () => {
    expect(cookie.write('secret')).toBe(
      '__Host-session=secret; Max-Age=43200; Path=/; HttpOnly; Secure; SameSite=Strict',
    );
    expect(cookie.clear()).toBe('__Host-session=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict');
  });

  it('is read among others, and not when it comes twice', () => {
    expect(cookie.read(['a=1', '__Host-session=x=y', '__Host-sessions=z'])).toBe('x=y');
    expect(cookie.read(['__Host-session=x', '__Host-session=y'])).toBeUndefined();
    expect(cookie.read(undefined)).toBeUndefined();
  });

  it('carries the port in its name where one is spelled out: cookies know none', () => {
    expect(sessionCookie('http://127.0.0.1:8080', 1000).name).toBe('__Host-session-8080');
  });
});

describe('a request to the session', () => {
  const origin = 'https://cloud.example.gov.cn';
  const own = { origin, 'x-session': '1', 'sec-fetch-site': 'same-origin' };

  it('of an own page is answered, also from a browser that does not say where it comes from', () => {
    expect(isOwnPage(own, origin)).toBe(true);
    expect(isOwnPage({ origin, 'x-session': '1' }, origin)).toBe(true);
  });

  it.each([
    ['another origin', { ...own, origin: 'https://evil.example' }],
    ['an origin that begins alike', { ...own, origin: `${origin}.evil.example` }],
    ['no origin', { 'x-session': '1' }],
    ['a form, which adds no header', { origin, 'sec-fetch-site': 'same-origin' }],
    ['another site', { ...own, 'sec-fetch-site': 'cross-site' }],
    ['another host of the same site', { ...own, 'sec-fetch-site': 'same-site' }],
    ['an address typed in', { ...own, 'sec-fetch-site': 'none' }],
  ])('of %s is not', (_whose, headers) => {
    expect(isOwnPage(headers, origin)).toBe(false);
  });
});
