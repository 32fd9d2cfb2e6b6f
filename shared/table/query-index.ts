import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Key } from './keys.ts';

const indexes = {
  worklist: ['g1pk', 'g1sk'],
  due: ['g2pk', 'g2sk'],
  lookup: ['g3pk', 'g3sk'],
} as const;

const indexRow = z.object({ pk: z.string(), sk: z.string() });

/** One row of an index: the key of the item it points to, and its place in the index. */
export interface IndexRow {
  readonly key: Key;
  readonly position: string;
}

/** A stretch of one index partition, from after `after` (exclusive), at most `limit` rows; eventually consistent. */
export const queryIndex = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  index: keyof typeof indexes,
  partition: string,
  options: { readonly limit: number; readonly after?: string | undefined; readonly newestFirst?: boolean },
): Promise<IndexRow[]> => {
  const [pk, sk] = indexes[index];
  const comparison = options.newestFirst ? '<' : '>';
  const page = await client.send(
    new QueryCommand({
      TableName: table,
      IndexName: index,
      KeyConditionExpression:
        options.after === undefined ? '#pk = :pk' : `#pk = :pk AND #sk ${comparison} :after`,
      ExpressionAttributeNames: { '#pk': pk, ...(options.after === undefined ? {} : { '#sk': sk }) },
      ExpressionAttributeValues: {
        ':pk': partition,
        ...(options.after === undefined ? {} : { ':after': options.after }),
      },
      ScanIndexForward: !options.newestFirst,
      Limit: options.limit,
    }),
  );
  return (page.Items ?? []).map((item) => {
    const row = indexRow.parse(item);
    return { key: { pk: row.pk, sk: row.sk }, position: z.string().parse(item[sk]) };
  });
};
