import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { writeJournaled } from '#functions/tenancy/ports/journaled-change.ts';
import { cityOf } from '#shared/kernel/tenant.ts';
import { type Key, keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { TemplateReader, TemplateStore, TemplateWrite } from '../app/ports.ts';
import { contentItem, inForceItem, versionItem } from './template-items.ts';

type Client = Pick<DynamoDBDocumentClient, 'send'>;

const rowsBeginning = async (
  client: Client,
  table: string,
  { pk, sk }: { readonly pk: string; readonly sk: string },
  more: { readonly limit?: number; readonly newestFirst?: true } = {},
) => {
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :sk)',
      ExpressionAttributeValues: { ':pk': pk, ':sk': sk },
      ConsistentRead: true,
      ScanIndexForward: !more.newestFirst,
      ...(more.limit === undefined ? {} : { Limit: more.limit }),
    }),
  );
  return Items;
};

/** Templates of a city, read by anybody in it. */
export const createTemplateReader = (client: Client, table: string): TemplateReader => ({
  inForce: async (city) => {
    const items = await rowsBeginning(client, table, keys.templateInForce(city, ''));
    return new Map(
      items
        .map((item) => inForceItem.parse(item))
        .map(({ kind, version, isDefault }) => [kind, { version, isDefault }]),
    );
  },
  contentOf: async (city, kind, version) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keys.templateContent(city, kind, version) }),
    );
    return Item ? contentItem.parse(Item).content : undefined;
  },
});

const absent = { ConditionExpression: 'attribute_not_exists(pk)' };

const writesOf = (
  table: string,
  city: string,
  { kind, expected, change, content }: TemplateWrite,
): NamedWrite<'version'>[] => {
  const { version, isDefault } = change;
  const unmoved =
    expected === 0
      ? absent
      : {
          ConditionExpression: '#version = :expected',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':expected': expected },
        };
  const put = (key: Key, content: object, condition: object = absent): NamedWrite<'version'> => ({
    name: 'version',
    item: { Put: { TableName: table, Item: { ...key, ...content }, ...condition } },
  });
  return [
    put(keys.templateInForce(city, kind), { kind, version, isDefault }, unmoved),
    put(keys.templateVersion(city, kind, version), { kind, ...change }),
    ...(content ? [put(keys.templateContent(city, kind, version), { content })] : []),
  ];
};

/** The same with what the city's administrator may do. */
export const createTemplateStore = (client: Client, table: string): TemplateStore => ({
  ...createTemplateReader(client, table),
  changesOf: async (city, kind, limit) => {
    const { pk, sk } = keys.templateVersion(city, kind, 0);
    const prefix = { pk, sk: sk.slice(0, sk.lastIndexOf('#') + 1) };
    const items = await rowsBeginning(client, table, prefix, { limit, newestFirst: true });
    return items.map((item) => versionItem.parse(item)).map(({ kind: _kind, ...change }) => change);
  },
  write: async (actor, write) => {
    const { change, journaled } = write;
    const outcome = await writeJournaled(
      client,
      table,
      { tenant: actor.tenant, actor, at: change.at, change: journaled },
      writesOf(table, cityOf(actor.tenant), write),
    );
    if (outcome.written) return 'written';
    return outcome.failed.find((fact) => fact !== 'version') ?? 'moved';
  },
});
