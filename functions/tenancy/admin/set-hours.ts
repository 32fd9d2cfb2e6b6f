import { readFileSync } from 'node:fs';
import { type DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from '#shared/table/keys.ts';
import { cities } from '#shared/tenancy/cities.ts';

const time = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/));
const span = z
  .strictObject({ from: time, to: time })
  .check(z.refine(({ from, to }) => from < to, { error: '开始时间须早于结束时间' }));

/** When a city's people are told what is not urgent: at any time, or in these hours of working days. */
const hoursFile = z.discriminatedUnion('when', [
  z.strictObject({ when: z.literal('anyTime') }),
  z.strictObject({ when: z.literal('workingHours'), hours: z.array(span).check(z.minLength(1)) }),
]);

/** Puts a city's hours in place of its profile's; answers them in words. Throws when file or city are wrong. */
export const setHours = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  city: string,
  file: string,
): Promise<string> => {
  if (!cities.some(({ id }) => id === city)) throw new Error(`没有城市 ${city}`);
  const setting = hoursFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  await client.send(new PutCommand({ TableName: table, Item: { ...keys.messageHours(city), ...setting } }));
  return setting.when === 'anyTime'
    ? '不限时间'
    : setting.hours.map(({ from, to }) => `${from}—${to}`).join('、');
};
