import { createHmac } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { createProviderWebhooks } from '#functions/notify/store/webhook-channels.ts';

const relay = Symbol.for('yunwangtong.outbound');
afterEach(() => {
  Reflect.deleteProperty(globalThis, relay);
});

const secret = 's'.repeat(32);

/** The webhook of one provider, with the city's list of hosts, and what the other side answers. */
const setup = ({ url = 'https://cloud.example.cn/hook', status = 202, settings = true } = {}) => {
  const calls: { url: string; body: string; headers: Readonly<Record<string, string>> }[] = [];
  Reflect.set(globalThis, relay, async (to: URL, body: string, headers: Record<string, string>) => {
    calls.push({ url: to.href, body, headers });
    return status;
  });
  const client = {
    send: async ({ input }: { input: { Key: { pk: string } } }) => {
      if (input.Key.pk.startsWith('S#WEBHOOK#')) return settings ? { Item: { url, secret } } : {};
      return { Item: { hosts: [{ host: 'cloud.example.cn' }] } };
    },
  };
  const webhooks = createProviderWebhooks(client as never, 'table');
  return {
    calls,
    call: () => webhooks.call('yancheng', 'yancheng-provider', { workId: 'w', title: '工单' }),
  };
};

describe('a provider’s webhook', () => {
  it('is signed with its secret over time and body, so that the program knows who calls', async () => {
    const { call, calls } = setup();
    expect(await call()).toBe('sent');
    const [sent] = calls;
    const timestamp = sent?.headers['x-yunwangtong-timestamp'];
    const expected = createHmac('sha256', secret).update(`${timestamp}.${sent?.body}`).digest('hex');
    expect(sent?.headers['x-yunwangtong-signature']).toBe(`v1=${expected}`);
    expect(Math.abs(Date.now() / 1000 - Number(timestamp))).toBeLessThan(60);
    expect(JSON.parse(sent?.body ?? '')).toEqual({ workId: 'w', title: '工单' });
  });

  it('goes to no host that the city does not list, and to none without https', async () => {
    for (const url of [
      'https://elsewhere.example.cn/hook',
      'http://cloud.example.cn/hook',
      'https://user@cloud.example.cn/hook',
      'https://cloud.example.cn:8443/hook',
    ]) {
      const { call, calls } = setup({ url });
      await expect(call()).rejects.toThrow('not on the list');
      expect(calls).toEqual([]);
    }
  });

  it('that takes it for wrong is not called again, one that fails is, and without settings there is none', async () => {
    expect(await setup({ status: 400 }).call()).toBe('refused');
    for (const status of [302, 408, 429, 500])
      await expect(setup({ status }).call()).rejects.toThrow(String(status));
    expect(await setup({ settings: false }).call()).toBe('noChannel');
  });
});
