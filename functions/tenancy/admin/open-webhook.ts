import { readFileSync } from 'node:fs';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#shared/table/keys.ts';
import { cities } from '#shared/tenancy/cities.ts';
import { parseHosts } from '../store/administration-items.ts';
import { channel } from './open-channels.ts';

/**
 * Has a provider's program told of its work orders, on a host of the list that the city's security administrator keeps;
 * answers where. Throws when file, city or host are wrong.
 */
export const openWebhook = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  city: string,
  organisation: string,
  file: string,
): Promise<string> => {
  if (!cities.some(({ id }) => id === city)) throw new Error(`没有城市 ${city}`);
  if (organisation === '') throw new Error('请写明服务商单位的编号');
  const settings = channel.parse(JSON.parse(readFileSync(file, 'utf8')));
  const Key = keys.outboundHosts(city);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  const { hosts } = Item ? parseHosts(Item) : { hosts: [] };
  const { host } = new URL(settings.url);
  if (!hosts.some((listed) => listed.host === host)) throw new Error(`${host} 不在允许访问的主机名单中`);
  await client.send(
    new PutCommand({ TableName: table, Item: { ...keys.providerWebhook(organisation), ...settings } }),
  );
  return host;
};
