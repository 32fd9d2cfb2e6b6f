import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { indexKeys, type Key, keys } from '#shared/table/keys.ts';
import { queryIndex } from '#shared/table/query-index.ts';
import { getAll } from '#shared/table/read-all.ts';
import type { CaseLists } from '../app/list-ports.ts';
import type { CaseRef } from '../app/ports.ts';
import { parseHeader, parseTask } from './case-items.ts';
import { parsePosition, worklistOf, worklistPosition } from './worklist-position.ts';

const tenantOfKey = (key: Key): TenantId => key.pk.split('#')[1] as TenantId;
const keyText = ({ pk, sk }: Key): string => `${pk}\n${sk}`;
const headerKey = ({ tenant, caseId }: CaseRef): Key => keys.caseHeader(tenant, caseId);

/** Worklists and case lists: an index finds the rows, the table says what they are now. */
export const createCaseLists = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): CaseLists => {
  return {
    listWork: async (holder, after, limit) => {
      const rows = await queryIndex(client, table, 'worklist', worklistOf(holder), { limit, after });
      return rows.map(({ key, position }) => {
        const { caseId, ...task } = parsePosition(position);
        return { ref: { tenant: tenantOfKey(key), caseId }, ...task, position };
      });
    },

    positionOf: (ref, task) => worklistPosition(ref.caseId, task),

    readWork: async (rows) => {
      const items = await getAll(
        client,
        table,
        rows.flatMap(({ ref, taskId }) => [keys.caseTask(ref.tenant, ref.caseId, taskId), headerKey(ref)]),
      );
      const byKey = new Map(
        items.map((item) => [keyText({ pk: String(item['pk']), sk: String(item['sk']) }), item]),
      );
      return rows.flatMap((row) => {
        const task = byKey.get(keyText(keys.caseTask(row.ref.tenant, row.ref.caseId, row.taskId)));
        const header = byKey.get(keyText(headerKey(row.ref)));
        return task && header ? [{ state: parseHeader(header), task: parseTask(task), row }] : [];
      });
    },

    listByOrganisation: async (tenant, organisation, after, limit) => {
      const { pk } = keys.organisationCase(tenant, organisation, '');
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: after === undefined ? 'pk = :pk' : 'pk = :pk AND sk < :after',
          ExpressionAttributeValues: {
            ':pk': pk,
            ...(after === undefined ? {} : { ':after': `CASE#${after}` }),
          },
          ConsistentRead: true,
          ScanIndexForward: false,
          Limit: limit,
        }),
      );
      return (Items ?? []).map((item) => String(item['caseId']));
    },

    listByTenant: async (tenant, after, limit) => {
      const rows = await queryIndex(client, table, 'lookup', indexKeys.casesOf(tenant), {
        limit,
        after,
        newestFirst: true,
      });
      return rows.map(({ position }) => position);
    },

    readCases: async (refs) => (await getAll(client, table, refs.map(headerKey))).map(parseHeader),

    readCurrentTasks: async (states) => {
      const tasks = states.flatMap(({ tenant, caseId, flow }) =>
        flow.at === 'step' && flow.desk !== undefined ? [keys.caseTask(tenant, caseId, flow.desk)] : [],
      );
      const items = await getAll(client, table, tasks);
      return new Map(items.map((item) => [String(item['pk']).split('#')[3] ?? '', parseTask(item)]));
    },
  };
};
