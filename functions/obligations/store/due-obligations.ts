import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dueRows, watermarkAt } from '#shared/table/due-rows.ts';
import { keys } from '#shared/table/keys.ts';
import type { DueObligations } from '../app/ports.ts';
import { dueList, obligationOf } from './obligation-shape.ts';

/** The due index of every tenant's obligations, for the system role. */
export const createDueObligations = (client: DynamoDBDocumentClient, table: string): DueObligations => ({
  listDue: async function* (date, until) {
    for await (const page of dueRows(client, table, dueList, date, until))
      yield page.map(({ pk }) => obligationOf(pk));
  },
  ...watermarkAt(client, table, keys.obligationWatermark()),
});
