import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { journalOf, parsePlace, writtenOn } from '#shared/table/journal-items.ts';
import { deliveryShards } from '#shared/table/keys.ts';
import { getAll } from '#shared/table/read-all.ts';
import type { WrittenEntries } from '../app/ports.ts';

const indexRow = z.object({ pk: z.string(), sk: z.string(), g2sk: z.string() });
const entryItem = z.object({ pk: z.string(), hash: z.string() });

/** Entries of every journal by the instant of writing, through the due index. */
export const createWrittenEntries = (client: DynamoDBDocumentClient, table: string): WrittenEntries => ({
  list: async function* (date, after, until) {
    for (let shard = 0; shard < deliveryShards; shard += 1) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'g2pk = :pk AND g2sk BETWEEN :after AND :until',
          // Positions are `<instant>#…`; what was written at this very instant counts.
          ExpressionAttributeValues: {
            ':pk': writtenOn(date, shard),
            ':after': after,
            ':until': `${until}~`,
          },
        },
      );
      for await (const { Items } of pages)
        for (const item of Items ?? []) {
          const { pk, sk, g2sk } = indexRow.parse(item);
          const { counted, ...place } = parsePlace(g2sk);
          yield { key: { pk, sk }, ...journalOf(counted), ...place };
        }
    }
  },

  readHeads: async (entries) => {
    const items = await getAll(
      client,
      table,
      entries.map(({ key }) => key),
    );
    const hashes = new Map(items.map((item) => entryItem.parse(item)).map(({ pk, hash }) => [pk, hash]));
    // An entry that was taken out since it was indexed leaves nothing to anchor; what follows it shows the gap.
    return entries.flatMap(({ key, journal, seq, at }) => {
      const hash = hashes.get(key.pk);
      return hash === undefined ? [] : [{ journal, seq, hash, at }];
    });
  },
});
