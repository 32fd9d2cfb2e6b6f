import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  paginateQuery,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { deliveryShards, indexKeys, keys } from '#shared/table/keys.ts';
import { readMarker } from '#shared/table/read-marker.ts';
import type { DeliveryStore, PendingDelivery } from '../app/delivery-ports.ts';
import { parseDelivery, parseMarkerKey } from './delivery-items.ts';

const tokensItem = z.object({ tokens: z.array(z.string()) });
const watermarkItem = z.object({ date: z.string() });
const markerKey = z.object({ pk: z.string(), sk: z.string() });
/** A redrive adds a token; older ones than these have long been answered for by the machine itself. */
const tokensKept = 4;

const keyOf = ({ ref, seq }: PendingDelivery) => keys.caseDelivery(ref.tenant, ref.caseId, seq);

/** Delivery markers of every tenant, for the system role. */
export const createDeliveryStore = (client: DynamoDBDocumentClient, table: string): DeliveryStore => ({
  load: async (pending) => {
    const item = await readMarker(client, table, keyOf(pending));
    return item && parseDelivery(item);
  },

  clear: async (pending) => {
    await client.send(new DeleteCommand({ TableName: table, Key: keyOf(pending) }));
  },

  tokensOf: async (ref, visit) => {
    const Key = keys.caseStep(ref.tenant, ref.caseId, visit);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item ? tokensItem.parse(Item).tokens.slice(-tokensKept) : [];
  },

  addToken: async (ref, visit, token) => {
    try {
      const update = new UpdateCommand({
        TableName: table,
        Key: keys.caseStep(ref.tenant, ref.caseId, visit),
        UpdateExpression: 'SET tokens = list_append(tokens, :token)',
        ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#outcome)',
        ExpressionAttributeNames: { '#outcome': 'outcome' },
        ExpressionAttributeValues: { ':token': [token] },
      });
      await client.send(update);
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },

  listOverdue: async function* (date, before) {
    for (let shard = 0; shard < deliveryShards; shard += 1) {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'g2pk = :pk AND g2sk < :before',
          ExpressionAttributeValues: { ':pk': indexKeys.undelivered(date, shard), ':before': before },
        },
      );
      for await (const { Items } of pages)
        for (const item of Items ?? []) yield parseMarkerKey(markerKey.parse(item));
    }
  },

  watermark: async () => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keys.sweepWatermark(), ConsistentRead: true }),
    );
    return Item && watermarkItem.parse(Item).date;
  },

  advanceWatermark: async (date) => {
    await client.send(new PutCommand({ TableName: table, Item: { ...keys.sweepWatermark(), date } }));
  },
});
