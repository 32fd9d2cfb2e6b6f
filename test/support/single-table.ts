import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { ensureTable } from '#local/tables/ensure-table.ts';
import { startDynamoLocal } from '#test/support/dynamo-local.ts';
import { synthesizedApp } from '#test/support/synthesized-app.ts';

/** The table as synthesized, on a DynamoDB Local of its own; nothing stands between, so no fence is tested here. */
export const startSingleTable = async () => {
  const [database, app] = await Promise.all([startDynamoLocal(), synthesizedApp()]);
  const { table } = app.deployment();
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
