import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { openedUnits } from '../domain/order-status.ts';
import { orderShape } from '../store/order-shape.ts';

/** What the order of a case has opened, once all of it is done; undefined before, and where there is no order. */
export type FindOpened = (ref: {
  readonly tenant: TenantId;
  readonly caseId: string;
}) => Promise<readonly string[] | undefined>;

export const openedOrders = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): FindOpened => {
  const orders = createAggregateStore(client, table, orderShape);
  return async ({ tenant, caseId }) => {
    const order = (await orders.load({ tenant, orderId: caseId }))?.state;
    return order && openedUnits(order);
  };
};
