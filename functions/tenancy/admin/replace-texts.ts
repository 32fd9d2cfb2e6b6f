import { readFileSync } from 'node:fs';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { checkTexts } from '#functions/notify/app/check-texts.ts';
import { keys } from '#shared/table/keys.ts';
import { cities } from '#shared/tenancy/cities.ts';

const textsFile = z.record(
  z.string(),
  z.strictObject({
    title: z.string().check(z.minLength(1), z.maxLength(60)),
    text: z.string().check(z.minLength(1), z.maxLength(500)),
  }),
);

/** Puts a city's own message texts in place; events that the file leaves out keep the default. Answers how many. */
export const replaceTexts = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  city: string,
  file: string,
): Promise<number> => {
  if (!cities.some(({ id }) => id === city)) throw new Error(`没有城市 ${city}`);
  const texts = textsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const problems = checkTexts(texts);
  if (problems.length > 0) throw new Error(problems.join('\n'));
  await client.send(
    new UpdateCommand({
      TableName: table,
      Key: keys.messageTexts(city),
      UpdateExpression: 'SET #texts = :texts, #version = if_not_exists(#version, :none) + :one',
      ExpressionAttributeNames: { '#texts': 'texts', '#version': 'version' },
      ExpressionAttributeValues: { ':texts': texts, ':none': 0, ':one': 1 },
    }),
  );
  return Object.keys(texts).length;
};
