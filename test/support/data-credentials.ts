import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { AssumeRoleCommand, STSClient } from '@aws-sdk/client-sts';
import {
  BatchGetCommand,
  DeleteCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';

const roleArn = (system: EmbeddedSystem, role: string) =>
  `${system.approvalMachineArn.replace(/:states:[^:]+:(\d+):.*/, ':iam::$1:role')}/yunwangtong-data-${role}`;

type Credentials = { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
/** Credentials of a data role under session tags, as STS gives them to the administrator or another caller. */
export const assumeDataRole = async (
  system: EmbeddedSystem,
  role: string,
  tags: Readonly<Record<string, string>>,
  caller: Credentials = system.administrator,
): Promise<Credentials> => {
  const sts = new STSClient({ endpoint: system.awsEndpoint, region: system.region, credentials: caller });
  const { Credentials: issued } = await sts.send(
    new AssumeRoleCommand({
      RoleArn: roleArn(system, role),
      RoleSessionName: 'test',
      Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
    }),
  );
  return {
    accessKeyId: issued?.AccessKeyId ?? '',
    secretAccessKey: issued?.SecretAccessKey ?? '',
    sessionToken: issued?.SessionToken ?? '',
  };
};
export const tableAs = (
  { awsEndpoint, region }: EmbeddedSystem,
  credentials: Credentials,
): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(new DynamoDBClient({ endpoint: awsEndpoint, region, credentials }));

/** Everything that can be asked of a partition, and of the index partitions that begin like it. */
export const everyOperationOn = (TableName: string, pk: string) => {
  const Key = { pk, sk: 'SCRATCH' };
  const byIndex = (IndexName: string, name: string) =>
    new QueryCommand({
      TableName,
      IndexName,
      KeyConditionExpression: `${name} = :pk`,
      ExpressionAttributeValues: { ':pk': pk },
    });
  return {
    get: new GetCommand({ TableName, Key }),
    query: new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
    }),
    'query of the worklist': byIndex('worklist', 'g1pk'),
    'query of the lookup': byIndex('lookup', 'g3pk'),
    'batch get': new BatchGetCommand({ RequestItems: { [TableName]: { Keys: [Key] } } }),
    'transact get': new TransactGetCommand({ TransactItems: [{ Get: { TableName, Key } }] }),
    put: new PutCommand({ TableName, Item: { ...Key, by: 'fence' } }),
    update: new UpdateCommand({
      TableName,
      Key,
      UpdateExpression: 'SET seen = :yes',
      ExpressionAttributeValues: { ':yes': true },
    }),
    'transact write': new TransactWriteCommand({
      TransactItems: [{ Put: { TableName, Item: { ...Key, by: 'fence' } } }],
    }),
    'condition check': new TransactWriteCommand({
      TransactItems: [
        { ConditionCheck: { TableName, Key, ConditionExpression: 'attribute_not_exists(nothing)' } },
      ],
    }),
    delete: new DeleteCommand({ TableName, Key }),
  };
};
