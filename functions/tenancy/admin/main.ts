import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { readEnvironment } from '#shared/http/read-environment.ts';
import { bootstrapItems, demoItems } from './seed-items.ts';
import { writeItems } from './write-items.ts';

const environment = readEnvironment({ TABLE_NAME: z.string() });
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));

/** `bootstrap`: cities, counties and reference data; `seed-demo`: the demonstration's people and catalogue. */
const commands: Readonly<Record<string, () => readonly Record<string, unknown>[]>> = {
  bootstrap: () => bootstrapItems(new Date()),
  'seed-demo': demoItems,
};

const name = process.argv[2] ?? '';
const items = commands[name];
if (!items) {
  console.error(
    `用法：npm run admin -- <${Object.keys(commands).join('|')}>，需要环境变量 TABLE_NAME 和写入权限。`,
  );
  process.exitCode = 2;
} else {
  const written = await writeItems(client, environment.TABLE_NAME, items());
  console.log(`${name}：写入 ${written} 项，已有的保持不变。`);
}
