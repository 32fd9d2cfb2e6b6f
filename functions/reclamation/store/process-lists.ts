import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import type { ProcessLists } from '../app/ports.ts';

/** Where an index lists one kind of process. */
interface Places<Ref, State> {
  readonly shape: AggregateShape<Ref, State>;
  readonly ofTenant: (tenant: TenantId) => string;
  readonly ofDepartment: (tenant: TenantId, organisation: string) => string;
  readonly refOf: (tenant: TenantId, id: string) => Ref;
}

/** Where an index lists them, and what they are now. */
export const createProcessLists = <Ref, State>(
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  { shape, ofTenant, ofDepartment, refOf }: Places<Ref, State>,
): ProcessLists<State> => ({
  idsOf: async (tenant, organisation, after, limit) => {
    const [index, partition] =
      organisation === undefined
        ? (['lookup', ofTenant(tenant)] as const)
        : (['worklist', ofDepartment(tenant, organisation)] as const);
    const rows = await queryIndex(client, table, index, partition, { limit, after, newestFirst: true });
    return rows.map(({ position }) => position);
  },
  read: async (places) => {
    const { load } = createAggregateStore(client, table, shape);
    const loaded = await Promise.all(places.map(({ tenant, id }) => load(refOf(tenant, id))));
    return loaded.flatMap((one) => (one ? [one.state] : []));
  },
});
