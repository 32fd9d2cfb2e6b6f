import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { indexKeys, type Key, shardOf } from './keys.ts';

/** Lets a marker lie among what falls due then, in business time. One that was cleared meanwhile stays so. */
export const holdMarker = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  key: Key,
  until: Date,
): Promise<void> => {
  try {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: { ...key },
        UpdateExpression: 'SET g2pk = :pk, g2sk = :sk',
        ExpressionAttributeValues: {
          ':pk': indexKeys.due(shanghaiDateOf(until), shardOf(key.pk)),
          ':sk': `${until.toISOString()}#${key.pk}#${key.sk}`,
        },
        ConditionExpression: 'attribute_exists(pk)',
      }),
    );
  } catch (error) {
    if (!(error instanceof ConditionalCheckFailedException)) throw error;
  }
};
