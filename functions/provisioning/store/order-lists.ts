import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AggregateShape } from '#shared/table/aggregate-shape.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import type { OrderLists, WorkLists } from '../app/ports.ts';
import { orderShape, ordersOf, ordersOfDepartment } from './order-shape.ts';
import { workList, workShape } from './work-shape.ts';

type Client = Pick<DynamoDBDocumentClient, 'send'>;

const readAll = async <Ref, State>(
  client: Client,
  table: string,
  shape: AggregateShape<Ref, State>,
  refs: readonly Ref[],
): Promise<readonly State[]> => {
  const { load } = createAggregateStore(client, table, shape);
  return (await Promise.all(refs.map(load))).flatMap((one) => (one ? [one.state] : []));
};

export const createOrderLists = (client: Client, table: string): OrderLists => ({
  idsOf: async (tenant, organisation, after, limit) => {
    const options = { limit, after, newestFirst: true };
    const rows =
      organisation === undefined
        ? await queryIndex(client, table, 'lookup', ordersOf(tenant), options)
        : await queryIndex(client, table, 'worklist', ordersOfDepartment(tenant, organisation), options);
    return rows.map(({ position }) => position);
  },
  read: (refs) => readAll(client, table, orderShape, refs),
});

export const createWorkLists = (client: Client, table: string): WorkLists => ({
  listWork: async (provider, state, after, limit) => {
    const rows = await queryIndex(client, table, 'worklist', workList(provider, state), {
      limit,
      after,
      newestFirst: state === 'done',
    });
    const refs = rows.map(({ position }) => ({
      provider,
      workId: position.slice(position.lastIndexOf('#') + 1),
    }));
    const next = rows.length === limit ? rows.at(-1)?.position : undefined;
    return {
      rows: await readAll(client, table, workShape, refs),
      ...(next === undefined ? {} : { next }),
    };
  },
});
