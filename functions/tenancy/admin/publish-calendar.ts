import { readFileSync } from 'node:fs';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from '#shared/table/keys.ts';
import { cities } from '#shared/tenancy/cities.ts';

/** A calendar as an administrator keeps it: State Council notices (without scope) and local closures (with one). */
const calendarFile = z.strictObject({
  version: z.string().check(z.minLength(1), z.maxLength(40)),
  days: z.array(
    z.strictObject({
      date: z.iso.date(),
      kind: z.enum(['holiday', 'workday']),
      reason: z.string().check(z.minLength(1), z.maxLength(100)),
      scope: z.exactOptional(z.string()),
    }),
  ),
});

/** Replaces a city's calendar overlay by a file's; answers its version. Throws when the file or the city is unknown. */
export const publishCalendar = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  city: string,
  file: string,
): Promise<string> => {
  if (!cities.some(({ id }) => id === city)) throw new Error(`没有城市 ${city}`);
  const overlay = calendarFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  await client.send(
    new PutCommand({ TableName: table, Item: { ...keys.calendarOverlay(city), ...overlay } }),
  );
  return overlay.version;
};
