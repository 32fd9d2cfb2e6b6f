import { afterEach, describe, expect, it } from 'vitest';
import { isClosed, postJson } from '#shared/outbound/post-json.ts';

const relay = Symbol.for('yunwangtong.outbound');
afterEach(() => {
  Reflect.deleteProperty(globalThis, relay);
});

describe('calling somebody outside', () => {
  it.each([
    ['an unlisted host', 'https://elsewhere.example/'],
    ['a listed host under another port', 'https://sms.example:8443/'],
    ['plain http', 'http://sms.example/'],
    ['an address with a user in it', 'https://sms.example@sms.example/'],
  ])('refuses %s', async (_what, address) => {
    await expect(postJson(address, '{}', [{ host: 'sms.example' }], {})).rejects.toThrow('not on the list');
  });

  it.each(['127.0.0.1', 'localhost'])(
    'refuses %s, listed as it may be, unless listed as private',
    async (host) => {
      await expect(postJson(`https://${host}/`, '{}', [{ host }], {})).rejects.toThrow('closed network');
    },
  );

  it.each([
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ])('knows %s for a closed address', (address) => {
    expect(isClosed(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.32.0.1', '2001:4860:4860::8888', '::ffff:8.8.8.8'])('lets %s pass', (address) => {
    expect(isClosed(address)).toBe(false);
  });

  it('goes by the embedded runtime’s way where there is one, after the same checks', async () => {
    const called: string[] = [];
    Reflect.set(globalThis, relay, async (url: URL) => {
      called.push(url.href);
      return 204;
    });
    expect(await postJson('https://sms.example/send', '{}', [{ host: 'sms.example' }], {})).toBe(204);
    await expect(postJson('https://other.example/', '{}', [{ host: 'sms.example' }], {})).rejects.toThrow();
    expect(called).toEqual(['https://sms.example/send']);
  });
});
