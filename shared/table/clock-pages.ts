import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OpenClocks } from '../aggregate/open-clocks.ts';
import type { TenantId } from '../kernel/tenant.ts';
import { queryIndex } from './query-index.ts';

/** Pages of the partition of the index `due` in which a context keeps, by id, what of a tenant has open clocks. */
export const clockPages =
  (
    client: Pick<DynamoDBDocumentClient, 'send'>,
    table: string,
    partitionOf: (tenant: TenantId) => string,
  ): OpenClocks['page'] =>
  async (tenant, after, limit) => {
    const rows = await queryIndex(client, table, 'due', partitionOf(tenant), { limit, after });
    const ids = rows.map(({ position }) => position);
    const last = rows.length === limit ? rows.at(-1) : undefined;
    return last === undefined ? { ids } : { ids, next: last.position };
  };
