import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OpenClocks } from '#shared/aggregate/open-clocks.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { clockPages } from '#shared/table/clock-pages.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { recomputeOrder } from '../app/recompute-order.ts';
import { orderShape, ordersWithClock } from '../store/order-shape.ts';

/** Open orders as whoever keeps the calendar reaches them. */
export const orderClocks = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): OpenClocks => {
  const services = {
    orders: createAggregateStore(client, table, orderShape),
    references: createReferenceReader(client, table),
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
  return {
    page: clockPages(client, table, ordersWithClock),
    recompute: ({ tenant, id }, notices, since) =>
      recomputeOrder(services, { tenant, orderId: id }, notices, since),
  };
};
