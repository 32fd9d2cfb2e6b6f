import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { letterTextKeys } from './keys/letter-text-keys.ts';

const letterTextItem = z.object({
  version: z.int(),
  title: z.string(),
  text: z.string(),
  digest: z.string(),
});
type LetterTextItem = z.infer<typeof letterTextItem>;

/** 责任书文本 in force, the newest that the city has put in; undefined before the first. */
export const readLetterInForce = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  city: string,
): Promise<LetterTextItem | undefined> => {
  const { pk, prefix } = letterTextKeys.all(city);
  const { Items = [] } = await client.send(
    new QueryCommand({
      TableName: table,
      KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ':prefix': prefix },
      ConsistentRead: true,
      ScanIndexForward: false,
      Limit: 1,
    }),
  );
  const [newest] = Items;
  return newest && letterTextItem.parse(newest);
};

/** The text of one version; undefined where there is none. */
export const readLetterVersion = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  city: string,
  version: number,
): Promise<LetterTextItem | undefined> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: letterTextKeys.version(city, version) }),
  );
  return Item && letterTextItem.parse(Item);
};
