import { afterEach, describe, expect, it } from 'vitest';
import { netOf, postJson } from '#shared/outbound/post-json.ts';

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
    ['an address with a password in it', 'https://:sms@sms.example/'],
    ['a listed host that is but the user', 'https://sms.example@elsewhere.example/'],
    ['a listed host behind a backslash', 'https://elsewhere.example\\@sms.example/'],
    ['another scheme', 'file://sms.example/etc/passwd'],
  ])('refuses %s', async (_what, address) => {
    await expect(postJson(address, '{}', [{ host: 'sms.example' }], {})).rejects.toThrow('not on the list');
  });

  it.each(['127.0.0.1', 'localhost'])('never calls %s, listed as it may be', async (host) => {
    for (const allowed of [{ host }, { host, private: true }])
      await expect(postJson(`https://${host}/`, '{}', [allowed], {})).rejects.toThrow('nobody may be called');
  });

  it.each(['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]'])(
    'knows %s for this machine, whatever name stands on the list',
    async (host) => {
      const hosts = [
        { host, private: true },
        { host: new URL(`https://${host}/`).host, private: true },
      ];
      await expect(postJson(`https://${host}/`, '{}', hosts, {})).rejects.toThrow();
    },
  );

  it.each([
    ['10.1.2.3', 'private'],
    ['172.31.0.1', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'private'],
    ['fd00::1', 'private'],
    ['fec0::1', 'private'],
    ['::ffff:10.0.0.1', 'private'],
    ['::ffff:a00:1', 'private'],
    ['127.0.0.1', 'nobodys'],
    ['0.0.0.0', 'nobodys'],
    ['169.254.169.254', 'nobodys'],
    ['224.0.0.1', 'nobodys'],
    ['255.255.255.255', 'nobodys'],
    ['::', 'nobodys'],
    ['::1', 'nobodys'],
    ['::7f00:1', 'nobodys'],
    ['::ffff:7f00:1', 'nobodys'],
    ['::ffff:169.254.169.254', 'nobodys'],
    ['fe80::1', 'nobodys'],
    ['64:ff9b::7f00:1', 'nobodys'],
    ['2002:7f00:1::', 'nobodys'],
    ['2001:0:7f00:1::', 'nobodys'],
    ['ff02::1', 'nobodys'],
    ['not an address', 'nobodys'],
    ['8.8.8.8', 'open'],
    ['172.32.0.1', 'open'],
    ['2001:4860:4860::8888', 'open'],
    ['::ffff:8.8.8.8', 'open'],
  ])('knows %s for %s', (address, net) => {
    expect(netOf(address)).toBe(net);
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
