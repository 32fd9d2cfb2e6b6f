import { randomUUID } from 'node:crypto';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { readLetterInForce } from '#shared/table/read-letter.ts';
import { createReferenceReader } from '#shared/table/read-references.ts';
import { confirmationByLink, letterByLink, type MatterByLink } from '../app/matters-by-link.ts';
import type { ProvisioningServices } from '../app/ports.ts';
import { letterShape } from '../store/letter-shape.ts';
import { createOrderLists } from '../store/order-lists.ts';
import { orderShape } from '../store/order-shape.ts';

export type { LinkMatter, MatterByLink } from '../app/matters-by-link.ts';

/** Orders and letters as the approval link reaches them. */
export const ordersForLinks = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): { readonly letter: MatterByLink; readonly confirmation: MatterByLink } => {
  const services: ProvisioningServices = {
    orders: createAggregateStore(client, table, orderShape),
    lists: createOrderLists(client, table),
    letters: createAggregateStore(client, table, letterShape()),
    lettersWith: (scan) => createAggregateStore(client, table, letterShape(scan)),
    references: {
      ...createReferenceReader(client, table),
      letterInForce: (city) => readLetterInForce(client, table, city),
    },
    clock: systemBusinessClock,
    newSalt: randomUUID,
  };
  return { letter: letterByLink(services), confirmation: confirmationByLink(services) };
};
