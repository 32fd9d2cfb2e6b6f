import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import { keys } from '#shared/table/keys.ts';
import { writeItem } from '#shared/table/transact.ts';
import type { JobStore } from '../app/ports.ts';

/** Recomputations as the system role carries them on. */
export const createJobStore = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): JobStore => ({
  save: async (job) => {
    const put = new PutCommand({
      TableName: table,
      Item: { ...keys.recomputation(job.city, job.version), ...job },
      ConditionExpression: '#revision = :before',
      ExpressionAttributeNames: { '#revision': 'revision' },
      ExpressionAttributeValues: { ':before': job.revision - 1 },
    });
    try {
      await writeItem(() => client.send(put));
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },

  clearMarker: async (city, version) => {
    await client.send(new DeleteCommand({ TableName: table, Key: keys.recomputationMarker(city, version) }));
  },
});
