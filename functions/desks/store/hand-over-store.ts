import { DeleteCommand, type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { writeJournaled } from '#functions/tenancy/ports/journaled-change.ts';
import { idempotencyWrite } from '#shared/table/command-guards.ts';
import { keys } from '#shared/table/keys.ts';
import { writeIf } from '#shared/table/transact.ts';
import type { HandOverStore } from '../app/ports.ts';
import { handOverItems, parseHandOver } from './hand-over-items.ts';

/** Hand-overs in the single table: as a tenant's people ask for them, or as the system carries them on. */
export const createHandOverStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  wallNow: () => number = Date.now,
): HandOverStore => ({
  find: async (tenant, id) => {
    const Key = keys.handOver(tenant, id);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && parseHandOver(Item);
  },

  list: async (tenant, limit) => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':pk': keys.handOvers(tenant), ':prefix': 'JOB#' },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return (Items ?? []).map(parseHandOver);
  },

  open: (job, actor, idempotency) => {
    const { tenant, requestedAt: at, id, from, to, reason } = job;
    const change = { type: 'HandOverStarted', id, from, reason, ...(to ? { to } : {}) } as const;
    return writeJournaled(client, table, { tenant, actor, at, change }, [
      ...handOverItems(job, wallNow()).map((Item) => ({
        name: 'content' as const,
        item: { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
      })),
      idempotencyWrite(table, idempotency, wallNow()),
    ]);
  },

  save: (job) =>
    writeIf(client, {
      Put: {
        TableName: table,
        Item: { ...keys.handOver(job.tenant, job.id), ...job },
        ConditionExpression: '#revision = :before',
        ExpressionAttributeNames: { '#revision': 'revision' },
        ExpressionAttributeValues: { ':before': job.revision - 1 },
      },
    }),

  clearMarker: async (tenant, id) => {
    await client.send(new DeleteCommand({ TableName: table, Key: keys.handOverMarker(tenant, id) }));
  },
});
