import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { type Key, keys } from '#shared/table/keys.ts';
import type { Channels, ProviderWebhooks } from '../app/ports.ts';
import { channelItem, hostsItem, postSigned } from './post-signed.ts';

const settingsItem = z.object({
  message: channelItem,
  code: z.exactOptional(channelItem),
});

type Client = Pick<DynamoDBDocumentClient, 'send'>;

const reading = (client: Client, table: string) => {
  const get = async (Key: Key) =>
    (await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }))).Item;
  const hostsOf = async (city: string) => {
    const list = await get(keys.outboundHosts(city));
    return list ? hostsItem.parse(list).hosts : [];
  };
  return { get, hostsOf };
};

/** Signed webhooks: a city's gateway for SMS or an office messenger hangs on one. */
export const createWebhookChannels = (client: Client, table: string): Channels => {
  const { get, hostsOf } = reading(client, table);
  return {
    send: async (city, use, message) => {
      const [channels, hosts] = await Promise.all([get(keys.messaging(city)), hostsOf(city)]);
      if (!channels) return 'noChannel';
      const settings = settingsItem.parse(channels);
      const channel = (use === 'code' ? settings.code : undefined) ?? settings.message;
      return postSigned(channel, { ...message, use }, hosts);
    },
  };
};

/** A provider's own program, told of its work orders by the same signed way and on a host of the same list. */
export const createProviderWebhooks = (client: Client, table: string): ProviderWebhooks => {
  const { get, hostsOf } = reading(client, table);
  return {
    call: async (city, organisation, content) => {
      const [settings, hosts] = await Promise.all([get(keys.providerWebhook(organisation)), hostsOf(city)]);
      return settings ? postSigned(channelItem.parse(settings), content, hosts) : 'noChannel';
    },
  };
};
