import { createHmac } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { systemWallClock } from '#shared/kernel/clock.ts';
import { postJson } from '#shared/outbound/post-json.ts';
import { type Key, keys } from '#shared/table/keys.ts';
import type { Channels } from '../app/ports.ts';

const channel = z.object({ url: z.string(), secret: z.string() });
const hostsItem = z.object({
  hosts: z.array(z.object({ host: z.string(), private: z.exactOptional(z.boolean()) })),
});
const settingsItem = z.object({
  message: channel,
  code: z.exactOptional(channel),
});

/** Answers of the other side that say the message itself is wrong; everything else may work later. */
const isRefusal = (status: number): boolean =>
  status >= 400 && status < 500 && status !== 408 && status !== 429;

/**
 * Signed webhooks: a city's gateway for SMS or an office messenger hangs on one. The body is signed with the city's
 * secret over `<timestamp>.<body>`; the hosts that may be called are on the city's list.
 */
export const createWebhookChannels = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): Channels => {
  const get = async (Key: Key) =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  return {
    send: async (city, use, message) => {
      const [channels, list] = await Promise.all([get(keys.messaging(city)), get(keys.outboundHosts(city))]);
      if (!channels) return 'noChannel';
      const settings = settingsItem.parse(channels);
      const { hosts } = list ? hostsItem.parse(list) : { hosts: [] };
      const { url, secret } = (use === 'code' ? settings.code : undefined) ?? settings.message;
      const body = JSON.stringify({ ...message, use });
      const timestamp = String(Math.floor(systemWallClock.now().getTime() / 1000));
      const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const status = await postJson(url, body, hosts, {
        'x-yunwangtong-timestamp': timestamp,
        'x-yunwangtong-signature': `v1=${signature}`,
      });
      if (status >= 200 && status < 300) return 'sent';
      if (isRefusal(status)) return 'refused';
      throw new Error(`the ${use} channel of ${city} answered ${status}`);
    },
  };
};
