import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { ProductKind } from '#shared/regulation/profile.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import type { OrderRef } from '../app/ports.ts';
import { viewOpenedBatch } from '../app/view-opened-batch.ts';
import { orderShape } from '../store/order-shape.ts';

/** An opened batch as what is owed for it needs it. */
export interface OpenedBatch {
  readonly tenant: TenantId;
  readonly orderId: string;
  readonly batch: number;
  readonly systemId: string;
  readonly systemName: string;
  readonly organisation: { readonly id: string; readonly name: string };
  readonly ruleVersion: string;
  readonly openedAt: string;
  /** How many were opened, and of which kinds. */
  readonly resources: number;
  readonly kinds: readonly ProductKind[];
}

export type OpenedBatches = (ref: OrderRef, no: number) => Promise<OpenedBatch>;

/** @throws for a batch that is not open */
export const openedBatches = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): OpenedBatches => {
  const orders = createAggregateStore(client, table, orderShape);
  return async (ref, no) => viewOpenedBatch(orders, ref, no);
};
