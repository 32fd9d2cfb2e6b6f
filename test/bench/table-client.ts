import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { RunningSystem } from '#test/support/runtime.ts';

/** The database behind every interface's back, where nothing is charged. */
export const tableClientOf = ({ dataDir }: Pick<RunningSystem, 'dataDir'>) => {
  const { port } = JSON.parse(readFileSync(join(dataDir, 'dynamodb-local.json'), 'utf8')) as { port: number };
  const plain = new DynamoDBClient({
    endpoint: `http://127.0.0.1:${port}`,
    region: 'local',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
  });
  return { client: DynamoDBDocumentClient.from(plain), close: (): void => plain.destroy() };
};
