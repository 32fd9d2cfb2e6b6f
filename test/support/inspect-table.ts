import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, GetCommand, paginateScan, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { Key } from '#shared/table/keys.ts';

/** The table as its administrator reaches it, behind every interface's back. */
export const inspectTable = (system: EmbeddedSystem) => {
  const settings = { region: system.region, credentials: system.administrator, endpoint: system.awsEndpoint };
  const client = DynamoDBDocumentClient.from(new DynamoDBClient(settings));
  const TableName = system.tableName;
  return {
    get: async (key: Key) => (await client.send(new GetCommand({ TableName, Key: { ...key } }))).Item,

    /** Sets one attribute of an item that is there. */
    set: (key: Key, attribute: string, value: unknown) =>
      client.send(
        new UpdateCommand({
          TableName,
          Key: { ...key },
          UpdateExpression: 'SET #attribute = :value',
          ConditionExpression: 'attribute_exists(pk)',
          ExpressionAttributeNames: { '#attribute': attribute },
          ExpressionAttributeValues: { ':value': value },
        }),
      ),

    /** Everything that is kept, as text. */
    whole: async (): Promise<string> => {
      const parts: string[] = [];
      for await (const { Items } of paginateScan({ client }, { TableName }))
        parts.push(JSON.stringify(Items));
      return parts.join('\n');
    },
  };
};
