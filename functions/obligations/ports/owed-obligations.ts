import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { StillSo } from '#functions/notify/app/ports.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { statusOf } from '../domain/obligation-state.ts';
import { obligationShape } from '../store/obligation-shape.ts';

const owed = z.object({
  tenant: tenantId,
  obligationId: z.string(),
  dueOn: z.string(),
});

/** Whether what people are reminded of is still owed by that day. */
export const owedObligations = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): StillSo => {
  const obligations = createAggregateStore(client, table, obligationShape());
  return {
    obligationOwed: async (condition) => {
      const { dueOn, ...ref } = owed.parse(condition);
      const found = (await obligations.load(ref))?.state;
      return found !== undefined && statusOf(found) === 'open' && found.due?.dueOn === dueOn;
    },
  };
};
