import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ensureTable } from '#local/tables/ensure-table.ts';
import { startDynamoLocal } from '#test/support/dynamo-local.ts';
import { embeddedDeployment } from '#test/support/embedded-deployment.ts';

/** The table as synthesized, on a DynamoDB Local of its own; nothing stands between, so no fence is tested here. */
export const startSingleTable = async () => {
  const [database, { table }] = await Promise.all([startDynamoLocal(), embeddedDeployment()]);
  await ensureTable(database.endpoint, table);
  const client = DynamoDBDocumentClient.from(
    new DynamoDBClient({
      endpoint: database.endpoint,
      region: 'cn-north-1',
      credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
  return {
    client,
    name: table.name,
    stop: async () => {
      client.destroy();
      await database.stop();
    },
  };
};
