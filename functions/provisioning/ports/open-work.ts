import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { StillSo } from '#functions/notify/app/ports.ts';
import { systemBusinessClock } from '#shared/kernel/clock.ts';
import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { confirmingParty } from '#shared/regulation/provisioning-spec.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { isOpenWork } from '../domain/work-order.ts';
import { letterShape } from '../store/letter-shape.ts';
import { orderShape } from '../store/order-shape.ts';
import { workShape } from '../store/work-shape.ts';

const ofWork = z.object({ provider: z.string(), workId: z.string(), dueOn: z.string() });
const orderRef = z.object({ tenant: tenantId, orderId: z.string() });
const ofOrder = z.object({ ...orderRef.shape, party: confirmingParty });
const ofLetter = z.object({ tenant: tenantId, organisation: z.string() });

/** Whether what people are told of orders and work orders is still to be done. */
export const openWork = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): StillSo => {
  const work = createAggregateStore(client, table, workShape);
  const orders = createAggregateStore(client, table, orderShape);
  const letters = createAggregateStore(client, table, letterShape());
  return {
    workOpen: async (condition) => {
      const { dueOn, ...ref } = ofWork.parse(condition);
      const found = (await work.load(ref))?.state;
      return found !== undefined && isOpenWork(found) && found.due?.dueOn === dueOn;
    },
    orderUnconfirmed: async (condition) => {
      const { party, ...ref } = ofOrder.parse(condition);
      const confirmations = (await orders.load(ref))?.state.confirmations;
      return confirmations?.every((one) => one.party !== party) ?? false;
    },
    windowRuns: async (condition) => {
      const window = (await orders.load(orderRef.parse(condition)))?.state.window;
      const today = shanghaiDateOf(systemBusinessClock.now());
      return window !== undefined && window.endedAt === undefined && today <= window.to;
    },
    letterUnsigned: async (condition) => (await letters.load(ofLetter.parse(condition))) === undefined,
  };
};
