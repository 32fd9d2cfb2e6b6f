import { readFileSync } from 'node:fs';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { checkTexts } from '#functions/notify/app/check-texts.ts';
import { canonicalJson } from '#shared/kernel/canonical-json.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { sm3Hex } from '#shared/kernel/sm3.ts';
import { keys } from '#shared/table/keys.ts';
import { cities } from '#shared/tenancy/cities.ts';
import { type PublishedChange, writeJournaled } from '../ports/journaled-change.ts';
import { absent, put, unmoved } from '../store/write-parts.ts';

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
  const Key = keys.messageTexts(city);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  const version = z.object({ version: z.int() }).parse(Item ?? { version: 0 }).version;
  const change: PublishedChange = {
    type: 'MessageTextReplaced',
    title: `全部消息文字（自定义 ${Object.keys(texts).length} 条）`,
    version: version + 1,
    digest: sm3Hex(canonicalJson(texts)),
  };
  const write = put(
    table,
    Key,
    { texts, version: version + 1 },
    version === 0 ? absent : unmoved('version', version),
  );
  const at = systemBusinessClock.now().toISOString();
  const outcome = await writeJournaled(client, table, { tenant: `${city}/_city`, at, change }, [write]);
  if (!outcome.written) throw new Error('消息文字刚刚被他人修改，请再执行一次。');
  return Object.keys(texts).length;
};
