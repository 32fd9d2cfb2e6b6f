import { DeleteCommand, type DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { holdMarker } from '#shared/table/hold-marker.ts';
import { readMarker } from '#shared/table/read-marker.ts';
import type { EffectStore } from '../app/carry-effect.ts';

const effectItem = z.catchall(
  z.object({ kind: z.string(), notBefore: z.exactOptional(z.string()) }),
  z.unknown(),
);

/** Effects of every tenant and provider, for the system role. */
export const createEffectStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): EffectStore => ({
  load: async (key) => {
    const item = await readMarker(client, table, key);
    return item && effectItem.parse(item);
  },
  clear: async ({ pk, sk }) => {
    await client.send(new DeleteCommand({ TableName: table, Key: { pk, sk } }));
  },
  hold: (key, until) => holdMarker(client, table, key, until),
});
