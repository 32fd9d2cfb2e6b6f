import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';

const atOnce = 20;

const putOnce = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  item: Record<string, unknown>,
): Promise<number> => {
  try {
    await client.send(
      new PutCommand({ TableName: table, Item: item, ConditionExpression: 'attribute_not_exists(pk)' }),
    );
    return 1;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return 0;
    throw error;
  }
};

/** Writes what is not there yet, so that a repeated run changes nothing; answers how many were new. */
export const writeItems = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  items: readonly Record<string, unknown>[],
): Promise<number> => {
  let written = 0;
  for (let i = 0; i < items.length; i += atOnce) {
    const results = await Promise.all(items.slice(i, i + atOnce).map((item) => putOnce(client, table, item)));
    written += results.reduce((sum, one) => sum + one, 0);
  }
  return written;
};
