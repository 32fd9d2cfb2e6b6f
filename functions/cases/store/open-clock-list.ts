import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { indexKeys } from '#shared/table/keys.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import type { OpenClockList } from '../app/list-ports.ts';

/** Open tasks with a target, by the look-up index of the tenant whose cases they belong to. */
export const createOpenClockList = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): OpenClockList => ({
  listClocks: async (tenant, after, limit) =>
    (await queryIndex(client, table, 'lookup', indexKeys.openClocks(tenant), { after, limit })).map(
      ({ position }) => position,
    ),
});
