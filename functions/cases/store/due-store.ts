import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dueRows, watermarkAt } from '#shared/table/due-rows.ts';
import { indexKeys, type Key, keys, parseTaskKey } from '#shared/table/keys.ts';
import { markerKindOf } from '#shared/table/markers.ts';
import type { DueRow, DueStore } from '../app/delivery-ports.ts';

const parseRow = (key: Key): DueRow => {
  const kind = markerKindOf(key);
  if (kind === 'notice' || kind === 'effect') return { kind, key };
  const found = parseTaskKey(key);
  if (!found) throw new Error(`nothing that falls due: ${key.pk} ${key.sk}`);
  const { taskId, ...ref } = found;
  return { kind: 'task', ref, taskId };
};

/** The due-time index of every tenant, for the system role. */
export const createDueStore = (client: DynamoDBDocumentClient, table: string): DueStore => ({
  listDue: async function* (date, until) {
    for await (const page of dueRows(client, table, indexKeys.due, date, until)) yield* page.map(parseRow);
  },
  ...watermarkAt(client, table, keys.dueWatermark()),
});
