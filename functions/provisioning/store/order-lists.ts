import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { type IndexRow, queryIndex } from '#shared/table/query-index.ts';
import type { OrderLists, Page, WorkLists } from '../app/ports.ts';
import { orderShape, ordersOf, ordersOfDepartment } from './order-shape.ts';
import { workList, workShape } from './work-shape.ts';

type Client = Pick<DynamoDBDocumentClient, 'send'>;

/** What the rows of an index stand for, read consistently; what is gone meanwhile is left out. */
const readRows = async <Ref, State>(
  client: Client,
  table: string,
  shape: AggregateShape<Ref, State>,
  rows: readonly IndexRow[],
  refOf: (row: IndexRow) => Ref,
  limit: number,
): Promise<Page<State>> => {
  const store = createAggregateStore(client, table, shape);
  const loaded = await Promise.all(rows.map((row) => store.load(refOf(row))));
  const last = rows.length === limit ? rows.at(-1)?.position : undefined;
  return {
    rows: loaded.flatMap((one) => (one ? [one.state] : [])),
    ...(last === undefined ? {} : { next: last }),
  };
};

export const createOrderLists = (client: Client, table: string): OrderLists => ({
  listOrders: async (tenant, organisation, after, limit) => {
    const options = { limit, after, newestFirst: true };
    const rows =
      organisation === undefined
        ? await queryIndex(client, table, 'lookup', ordersOf(tenant), options)
        : await queryIndex(client, table, 'worklist', ordersOfDepartment(tenant, organisation), options);
    return readRows(
      client,
      table,
      orderShape,
      rows,
      ({ position }) => ({ tenant, orderId: position }),
      limit,
    );
  },
});

export const createWorkLists = (client: Client, table: string): WorkLists => ({
  listWork: async (provider, state, after, limit) => {
    const rows = await queryIndex(client, table, 'worklist', workList(provider, state), {
      limit,
      after,
      newestFirst: state === 'done',
    });
    const workIdOf = ({ position }: IndexRow) => position.slice(position.lastIndexOf('#') + 1);
    return readRows(client, table, workShape, rows, (row) => ({ provider, workId: workIdOf(row) }), limit);
  },
});
