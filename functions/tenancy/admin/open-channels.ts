import { readFileSync } from 'node:fs';
import { type DynamoDBDocumentClient, GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { hostsBody } from '#shared/contracts/administration.ts';
import { keys } from '#shared/table/keys.ts';
import { cities } from '#shared/tenancy/cities.ts';
import { parseHosts } from '../store/administration-items.ts';
import { writeItems } from './write-items.ts';

/** An https address, and a secret that is none to be guessed. */
export const channel = z.strictObject({
  url: z.string().check(z.regex(/^https:\/\/\S+$/)),
  secret: z.string().check(z.minLength(32)),
});

/**
 * Who takes a city's messages and codes, on hosts of the list that its security administrator keeps. `hosts`: the list
 * that a new city starts with; once there is one, only the security administrator changes it.
 */
const channelsFile = z.strictObject({
  hosts: z.exactOptional(hostsBody.shape.hosts),
  message: channel,
  code: z.exactOptional(channel),
});

/** Replaces a city's channels by a file's; answers where messages go. Throws when file or city are wrong. */
export const openChannels = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  city: string,
  file: string,
): Promise<string> => {
  if (!cities.some(({ id }) => id === city)) throw new Error(`没有城市 ${city}`);
  const { hosts: first, ...settings } = channelsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const Key = keys.outboundHosts(city);
  if (first) await writeItems(client, table, [{ ...Key, version: 1, hosts: first }]);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  const { hosts } = Item ? parseHosts(Item) : { hosts: [] };
  for (const { url } of [settings.message, ...(settings.code ? [settings.code] : [])])
    if (!hosts.some(({ host: listed }) => listed === new URL(url).host))
      throw new Error(`${new URL(url).host} 不在允许访问的主机名单中`);
  await client.send(new PutCommand({ TableName: table, Item: { ...keys.messaging(city), ...settings } }));
  return new URL(settings.message.url).host;
};
