import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { cityOf, isCityTenant } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { journalOf } from '#shared/table/journal-items.ts';
import { indexKeys, keys } from '#shared/table/keys.ts';
import { type IndexRow, queryIndex } from '#shared/table/query-index.ts';
import { type Item, queryPrefix } from '#shared/table/read-all.ts';
import { writeIf } from '#shared/table/transact.ts';
import type { ExportJob, ExportStore, RawItem, TenantContents } from '../app/exports/export-job.ts';
import { processJournals, sourceOf } from '../app/exports/process-journals.ts';

type Client = Pick<DynamoDBDocumentClient, 'send'>;

const jobItem = z.object({
  id: z.string(),
  tenant: tenantId,
  tenantName: z.string(),
  personal: z.boolean(),
  requestedBy: z.object({ personId: z.string(), membershipId: z.string(), name: z.string() }),
  requestedAt: z.string(),
  state: z.enum(['building', 'done']),
  after: z.exactOptional(z.string()),
  filesLeft: z.exactOptional(
    z.array(
      z.object({
        caseId: z.string(),
        attachmentId: z.string(),
        versionId: z.string(),
        sha256: z.string(),
      }),
    ),
  ),
  processAfter: z.exactOptional(z.string()),
  cases: z.int(),
  processes: z.exactOptional(z.int()),
  total: z.exactOptional(z.int()),
  volumes: z.array(z.object({ name: z.string(), size: z.int(), sha256: z.string(), index: z.string() })),
  begunAt: z.exactOptional(z.string()),
  finishedAt: z.exactOptional(z.string()),
});

/** An export's item; `taken` counts its volumes, so that no run moves it twice. */
export const exportItem = (job: ExportJob): Item => ({
  ...keys.export(job.tenant, job.id),
  ...job,
  taken: job.volumes.length,
});

export const createExportStore = (client: Client, table: string): ExportStore => ({
  list: async (tenant, limit) => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': keys.exports(tenant) },
        ConsistentRead: true,
        ScanIndexForward: false,
        Limit: limit,
      }),
    );
    return (Items ?? []).map((item) => jobItem.parse(item));
  },

  find: async (tenant, exportId) => {
    const Key = keys.export(tenant, exportId);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && jobItem.parse(Item);
  },

  advance: (job, volumesBefore) =>
    writeIf(client, {
      Put: {
        TableName: table,
        Item: exportItem(job),
        ConditionExpression: 'taken = :before',
        ExpressionAttributeValues: { ':before': volumesBefore },
      },
    }),
});

/** Promised uploads and delivery markers pass; everything else is part of the record. */
const passing = ['UP#', 'DEL#'];

const plain = ({ pk: _pk, ...item }: Item): RawItem =>
  Object.fromEntries(
    Object.entries(item)
      .filter(([name]) => !/^g\d[ps]k$/.test(name))
      .map(([name, value]) => [name, value instanceof Set ? [...value].sort() : value]),
  ) as RawItem;

const secrets = ['sealed', 'tokens'];

/** What was sealed to be fetched once and what drives a machine have no place in an archive; files become text. */
const withoutSecrets = (item: RawItem): RawItem =>
  JSON.parse(
    JSON.stringify(
      item['content'] instanceof Uint8Array
        ? { ...item, content: Buffer.from(item['content']).toString('base64') }
        : item,
      (name, value: unknown) => (secrets.includes(name) ? undefined : value),
    ),
  ) as RawItem;

const kept = (items: readonly Item[]): readonly RawItem[] =>
  items
    .filter(({ sk }) => !passing.some((prefix) => String(sk).startsWith(prefix)))
    .map(plain)
    .map(withoutSecrets);

const rowsAtOnce = 1000;

async function* everyRow(client: Client, table: string, list: string): AsyncGenerator<IndexRow> {
  let after: string | undefined;
  for (;;) {
    const rows = await queryIndex(client, table, 'lookup', list, { limit: rowsAtOnce, after });
    yield* rows;
    after = rows.at(-1)?.position;
    // A page may hold fewer than asked for, since a page is at most 1 MB; only an empty one is the end.
    if (after === undefined) return;
  }
}

/**
 * Everything of a tenant.
 * @param client fenced to the tenant's own partitions
 * @param elsewhere fenced to what others keep of the tenant's
 */
export const createTenantContents = (client: Client, elsewhere: Client, table: string): TenantContents => ({
  countCases: async (tenant) => {
    let count = 0;
    let from: Item | undefined;
    do {
      const page = await client.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'lookup',
          KeyConditionExpression: 'g3pk = :pk',
          ExpressionAttributeValues: { ':pk': indexKeys.casesOf(tenant) },
          Select: 'COUNT',
          ...(from ? { ExclusiveStartKey: from } : {}),
        }),
      );
      count += page.Count ?? 0;
      from = page.LastEvaluatedKey;
    } while (from);
    return count;
  },

  listCases: async (tenant, after, limit) => {
    const rows = await queryIndex(client, table, 'lookup', indexKeys.casesOf(tenant), { limit, after });
    return rows.map(({ position }) => position);
  },

  caseItems: async (tenant, caseId) =>
    kept(await queryPrefix(client, table, keys.casePartition(tenant, caseId), '')),

  listProcesses: async (tenant) => {
    const names = new Set<string>();
    for (const { listsOf, elsewhere: lying } of processJournals)
      for (const list of listsOf(tenant))
        for await (const { key } of everyRow(client, table, list))
          names.add(lying?.journalAt(key.pk) ?? journalOf(key.pk).journal);
    return [...names].sort();
  },

  processItems: async (tenant, journal) => {
    const lying = sourceOf(journal)?.elsewhere;
    return lying
      ? kept(await queryPrefix(elsewhere, table, lying.partitionOf(journal), ''))
      : kept(await queryPrefix(client, table, `T#${tenant}#${journal}`, ''));
  },

  administrationItems: async (tenant) => {
    const partition = keys.administration(tenant);
    const [roster, entries] = await Promise.all(
      ['ROSTER', 'EV#'].map((prefix) => queryPrefix(client, table, partition, prefix)),
    );
    return [...(roster ?? []), ...(entries ?? [])].map(plain);
  },

  catalogueItems: async (tenant) => {
    if (!isCityTenant(tenant)) return [];
    const { pk } = keys.catalogueHead(cityOf(tenant));
    const [head, entries] = await Promise.all(
      ['HEAD', 'J#'].map((prefix) => queryPrefix(client, table, pk, prefix)),
    );
    return [...(head ?? []), ...(entries ?? [])].map(plain);
  },
});
