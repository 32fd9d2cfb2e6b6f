import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';

type System = Pick<EmbeddedSystem, 'awsEndpoint' | 'region' | 'administrator'>;

/** The table with the administrator's credentials, which no policy fences: for what no person could do. */
export const administratorTable = ({ awsEndpoint, region, administrator }: System): DynamoDBDocumentClient =>
  DynamoDBDocumentClient.from(
    new DynamoDBClient({ endpoint: awsEndpoint, region, credentials: administrator }),
    { marshallOptions: { removeUndefinedValues: true } },
  );
