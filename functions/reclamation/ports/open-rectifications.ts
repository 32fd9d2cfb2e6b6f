import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { StillSo } from '#functions/notify/app/ports.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { createAggregateStore } from '#shared/table/aggregate-store.ts';
import { isDueOn } from '../domain/rectification-state.ts';
import { rectificationShape } from '../store/rectification-shape.ts';

const asked = z.object({
  tenant: tenantId,
  rectificationId: z.string(),
  dueOn: z.string(),
});

/** Whether what people are reminded of is still to be mended by that day; `Owed`: and the department has not spoken. */
export const openRectifications = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): StillSo => {
  const store = createAggregateStore(client, table, rectificationShape);
  const ask =
    (silent: boolean): StillSo[string] =>
    async (condition) => {
      const { dueOn, ...ref } = asked.parse(condition);
      const loaded = await store.load(ref);
      return loaded !== undefined && isDueOn(loaded.state, dueOn, silent);
    };
  return { rectificationOwed: ask(true), rectificationOpen: ask(false) };
};
