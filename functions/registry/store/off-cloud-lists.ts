import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import type { OffCloudLists } from '../app/off-cloud-services.ts';
import { offCloudOf, offCloudOfUnit, offCloudShape } from './off-cloud-shape.ts';

/** Entries by the index that lists them, each read as it stands now. */
export const createOffCloudLists = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): OffCloudLists => ({
  idsOf: async ({ tenant, organisation, kind, after, limit }) => {
    const [index, partition] =
      organisation === undefined
        ? (['lookup', offCloudOf(tenant, kind)] as const)
        : (['worklist', offCloudOfUnit(tenant, kind, organisation)] as const);
    const rows = await queryIndex(client, table, index, partition, { limit, after, newestFirst: true });
    return rows.map(({ position }) => position);
  },
  read: async (refs) => {
    const { load } = createAggregateStore(client, table, offCloudShape);
    return (await Promise.all(refs.map(load))).flatMap((one) => (one ? [one] : []));
  },
});
