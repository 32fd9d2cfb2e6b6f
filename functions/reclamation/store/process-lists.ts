import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import type { ListProcesses } from '../app/ports.ts';

/** Where an index lists one kind of process. */
interface Places<Ref, State> {
  readonly shape: AggregateShape<Ref, State>;
  readonly ofTenant: (tenant: TenantId) => string;
  readonly ofDepartment: (tenant: TenantId, organisation: string) => string;
  readonly refOf: (tenant: TenantId, id: string) => Ref;
}

/** Rows of an index, read consistently; what is gone meanwhile is left out. */
export const createProcessList =
  <Ref, State>(
    client: Pick<DynamoDBDocumentClient, 'send'>,
    table: string,
    { shape, ofTenant, ofDepartment, refOf }: Places<Ref, State>,
  ): ListProcesses<State> =>
  async (tenant, organisation, after, limit) => {
    const [index, partition] =
      organisation === undefined
        ? (['lookup', ofTenant(tenant)] as const)
        : (['worklist', ofDepartment(tenant, organisation)] as const);
    const rows = await queryIndex(client, table, index, partition, { limit, after, newestFirst: true });
    const store = createAggregateStore(client, table, shape);
    const loaded = await Promise.all(rows.map(({ position }) => store.load(refOf(tenant, position))));
    const last = rows.length === limit ? rows.at(-1)?.position : undefined;
    return {
      rows: loaded.flatMap((one) => (one ? [one.state] : [])),
      ...(last === undefined ? {} : { next: last }),
    };
  };
