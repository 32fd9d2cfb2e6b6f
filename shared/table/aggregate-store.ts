import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { AggregateStore, Loaded } from '#shared/aggregate/aggregate.ts';
import type { JournalContent } from '#shared/kernel/journal-chain.ts';
import { type AggregateShape, entrySk, headerSk, idempotencyKeyOf, partPrefix } from './aggregate-shape.ts';
import { aggregateWrites } from './aggregate-writes.ts';
import { type Item, queryPrefix } from './read-all.ts';
import { transact } from './transact.ts';

const headerItem = z.object({
  aggregateVersion: z.int(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  salt: z.string(),
});
const entryItem = z.object({
  content: z.custom<JournalContent>((value) => typeof value === 'object' && value !== null),
  hash: z.string(),
});
const idempotencyItem = z.object({ digest: z.string(), answer: z.string() });

/** An aggregate from the `A#` items of its partition; undefined without a header. */
export const parseLoaded = <Ref, State>(
  shape: AggregateShape<Ref, State>,
  items: readonly Item[],
): Loaded<State> | undefined => {
  const header = items.find(({ sk }) => sk === headerSk);
  if (!header) return undefined;
  const { aggregateVersion, head, salt } = headerItem.parse(header);
  const parts = new Map(
    items
      .filter(({ sk }) => String(sk).startsWith(partPrefix))
      .map((item) => [String(item['sk']).slice(partPrefix.length), item]),
  );
  return { state: shape.join(header, parts), version: aggregateVersion, head, salt };
};

/** Processes of one kind in the single table, through a client whose credentials are fenced to the caller. */
export const createAggregateStore = <Ref, State>(
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  shape: AggregateShape<Ref, State>,
  wallNow: () => number = Date.now,
): AggregateStore<Ref, State> => ({
  load: async (ref) => parseLoaded(shape, await queryPrefix(client, table, shape.partitionOf(ref), 'A#')),

  commit: (commit) => transact(client, aggregateWrites(shape, table, commit, wallNow())),

  findIdempotency: async (scope) => {
    const Key = idempotencyKeyOf(shape, scope);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && idempotencyItem.parse(Item);
  },

  listEntries: async (ref, after, limit) => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': shape.partitionOf(ref),
          ':from': entrySk(after + 1),
          ':to': entrySk(999_999),
        },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return (Items ?? []).map((item) => entryItem.parse(item));
  },
});
