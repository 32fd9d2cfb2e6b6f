import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import type { LocalDate } from '#shared/kernel/local-date.ts';
import type { Catalogue } from '#shared/regulation/catalogue.ts';
import { catalogueHeadItem, productsOf, refInForce, rowKeys } from './catalogue-rows.ts';
import { keys } from './keys.ts';
import { getAll } from './read-all.ts';

type Client = Pick<DynamoDBDocumentClient, 'send'>;

/** What a city's people see that has published nothing. */
const noCatalogue: Catalogue = { version: '0', filed: false, products: [] };

/**
 * The catalogue in force on a day, read consistently: the head first, then rows that never change once a head names
 * them, so that no answer mixes two versions. With product ids, only the rows that hold them are read.
 */
export const readCatalogue = async (
  client: Client,
  table: string,
  city: string,
  on: LocalDate,
  productIds?: readonly string[],
): Promise<Catalogue> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: keys.catalogueHead(city), ConsistentRead: true }),
  );
  const ref = Item && refInForce(catalogueHeadItem.parse(Item).released, on);
  if (!ref) return noCatalogue;
  const found = productsOf(await getAll(client, table, rowKeys(city, ref, productIds)));
  const wanted = productIds && new Set(productIds);
  return {
    version: ref.version,
    filed: ref.filed,
    effectiveFrom: ref.effectiveFrom,
    products: found.filter(({ id }) => wanted?.has(id) ?? true),
  };
};

/** Labels of the versions that were never filed 备案 with the authority. */
export const readUnfiled = async (
  client: Client,
  table: string,
  city: string,
): Promise<readonly string[]> => {
  const { Item } = await client.send(new GetCommand({ TableName: table, Key: keys.catalogueHead(city) }));
  return Item ? catalogueHeadItem.parse(Item).unfiled : [];
};
