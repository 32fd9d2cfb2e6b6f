import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { keys } from '#shared/table/keys.ts';
import { writeIf } from '#shared/table/transact.ts';
import type { JobStore } from '../app/ports.ts';

/** Recomputations as the system role carries them on. */
export const createJobStore = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): JobStore => ({
  save: (job) =>
    writeIf(client, {
      Put: {
        TableName: table,
        Item: { ...keys.recomputation(job.city, job.version), ...job },
        ConditionExpression: '#revision = :before',
        ExpressionAttributeNames: { '#revision': 'revision' },
        ExpressionAttributeValues: { ':before': job.revision - 1 },
      },
    }),

  clearMarker: async (city, version) => {
    await client.send(new DeleteCommand({ TableName: table, Key: keys.recomputationMarker(city, version) }));
  },
});
