import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { OrderView } from '#shared/contracts/provisioning.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import type { Result } from '#shared/kernel/result.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { readLetterInForce, readLetterVersion } from '#shared/table/read-letter.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { viewOrder } from '../app/view-order.ts';
import { type LetterReading, type SignedLetter, viewSignedLetter } from '../app/view-signed-letter.ts';
import { letterShape } from '../store/letter-shape.ts';
import { orderShape } from '../store/order-shape.ts';

export type { SignedLetter } from '../app/view-signed-letter.ts';

/** 开通单 and the department's letter as documents are made of them: as the actor may see them. */
export interface OrdersForDocuments {
  viewOrder(actor: Actor, orderId: string): Promise<Result<OrderView, Refusal>>;
  viewLetter(actor: Actor, orderId: string): Promise<Result<SignedLetter, Refusal>>;
}

export const ordersForDocuments = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): OrdersForDocuments => {
  const services: LetterReading = {
    orders: createAggregateStore(client, table, orderShape),
    letters: createAggregateStore(client, table, letterShape()),
    references: {
      ...createReferenceReader(client, table),
      letterInForce: (city) => readLetterInForce(client, table, city),
    },
    letterVersion: (city, version) => readLetterVersion(client, table, city, version),
    clock: systemBusinessClock,
  };
  return {
    viewOrder: (actor, orderId) => viewOrder(services, actor, orderId),
    viewLetter: (actor, orderId) => viewSignedLetter(services, actor, orderId),
  };
};
