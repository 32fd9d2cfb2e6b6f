import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import type { ObligationLists, ObligationPages, ObligationRef } from '../app/ports.ts';
import { isOpen } from '../domain/obligation-state.ts';
import { evidenceSk, listOf, obligationPartition, obligationShape } from './obligation-shape.ts';

type Client = Pick<DynamoDBDocumentClient, 'send'>;

const idOf = (position: string): string => position.slice(position.indexOf('#') + 1);

/** Lists of obligations, each row read consistently; what has moved to the other list meanwhile is left out. */
export const createObligationLists = (client: Client, table: string): ObligationLists & ObligationPages => {
  const { load } = createAggregateStore(client, table, obligationShape());
  const placesOf: ObligationPages['placesOf'] = async (tenant, organisation, state, after, limit) => {
    const index = organisation === undefined ? 'lookup' : 'worklist';
    const options = { limit, after, newestFirst: state === 'closed' };
    const rows = await queryIndex(client, table, index, listOf(tenant, state, organisation), options);
    return rows.map(({ position }) => ({ tenant, position }));
  };
  const read: ObligationPages['read'] = async (places, state) => {
    const loaded = await Promise.all(
      places.map(({ tenant, position }) => load({ tenant, obligationId: idOf(position) })),
    );
    return places.flatMap(({ position }, place) => {
      const obligation = loaded[place]?.state;
      return obligation && isOpen(obligation) === (state === 'open') ? [{ position, obligation }] : [];
    });
  };
  return {
    placesOf,
    read,
    list: async (tenant, organisation, state, after, limit) => {
      const places = await placesOf(tenant, organisation, state, after, limit);
      const next = places.length === limit ? places.at(-1)?.position : undefined;
      return { rows: await read(places, state), ...(next === undefined ? {} : { next }) };
    },
  };
};

const evidenceItem = z.object({ content: z.instanceof(Uint8Array) });

/** The file of a record. */
export const readEvidence =
  (client: Client, table: string) =>
  async (ref: ObligationRef): Promise<Uint8Array | undefined> => {
    const Key = { pk: obligationPartition(ref), sk: evidenceSk };
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && evidenceItem.parse(Item).content;
  };
