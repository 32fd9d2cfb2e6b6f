import { type DynamoDBDocumentClient, GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { actorChecks } from '#shared/table/command-guards.ts';
import { keys } from '#shared/table/keys.ts';
import { getAll, queryPrefix } from '#shared/table/read-all.ts';
import { transact } from '#shared/table/transact.ts';
import type { CaseRef, CaseStore } from '../app/ports.ts';
import { attachment, attachmentsOf, parseSheet } from './attachment-items.ts';
import { parseAggregate, parseEntry } from './case-items.ts';
import { commitWrites } from './commit-writes.ts';
import { sectionWrite } from './guard-writes.ts';

const savedSectionItem = z.object({
  section: z.string(),
  version: z.int(),
  content: z.record(z.string(), z.unknown()),
  savers: z.set(z.string()),
});
const sectionItem = z.object({
  section: z.string(),
  version: z.int(),
  content: z.record(z.string(), z.unknown()),
  savers: z.array(z.string()),
});
const frozenItem = z.object({
  round: z.int(),
  digest: z.string(),
  sections: z.array(sectionItem),
  attachments: attachmentsOf,
  prices: z.object({
    version: z.string(),
    products: z.array(
      z.object({
        id: z.string(),
        unitPriceFen: z.int(),
        name: z.string(),
        specification: z.string(),
        unit: z.string(),
      }),
    ),
  }),
});
const personalItem = z.object({ sections: z.array(sectionItem) });
const accountItem = z.object({ state: z.enum(['applied', 'active', 'free']) });
const numbersItem = z.object({ taken: z.int() });
const commentItem = z.object({
  at: z.string(),
  text: z.string(),
  files: z.array(attachment),
  by: z.object({ name: z.string(), organisation: z.string(), role: z.string() }),
});
const commentFileItem = z.object({
  by: z.string(),
  claimed: z.exactOptional(z.int()),
  file: attachment,
});
const actItem = z.object({ id: z.string(), content: z.record(z.string(), z.unknown()) });
const idempotencyItem = z.object({ digest: z.string(), answer: z.string() });
const assessmentItem = z.object({
  taskId: z.string(),
  lines: z.array(z.object({ lineNo: z.int(), quantity: z.int(), opinion: z.exactOptional(z.string()) })),
});

const partitionOf = (ref: CaseRef): string => keys.casePartition(ref.tenant, ref.caseId);

/** Cases in the single table, through a client whose credentials are fenced to the caller's tenant. */
export const createCaseStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  wallNow: () => number = Date.now,
): CaseStore => ({
  load: async (ref) => parseAggregate(await queryPrefix(client, table, partitionOf(ref), 'A#')),

  commit: (commit) => transact(client, commitWrites(table, commit, wallNow())),

  findIdempotency: async (scope) => {
    const Key = keys.idempotency(scope.tenant, scope.membershipId, scope.operation, scope.key);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item && idempotencyItem.parse(Item);
  },

  findAccount: async (tenant, organisationId) => {
    const Key = keys.platformAccount(tenant, organisationId);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    const state = Item && accountItem.parse(Item).state;
    return state === 'free' ? undefined : state;
  },

  takeSerial: async (tenant, year) => {
    const { Attributes } = await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keys.caseNumbers(tenant, year),
        UpdateExpression: 'ADD taken :one',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues: 'UPDATED_NEW',
      }),
    );
    return numbersItem.parse(Attributes).taken;
  },

  loadSections: async (ref) => {
    const items = await queryPrefix(client, table, partitionOf(ref), 'SEC#');
    return items
      .map((item) => savedSectionItem.parse(item))
      .map((item) => ({ ...item, savers: [...item.savers] }));
  },

  saveSection: (ref, section, expected) =>
    transact(client, [sectionWrite(table, ref, section, expected), ...actorChecks(table, section.savedBy)]),

  loadAttachments: async (ref) => {
    const Key = keys.caseAttachments(ref.tenant, ref.caseId);
    const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return parseSheet(Item);
  },

  loadFrozen: async (ref, round) => {
    const [form, personal] = await getAll(client, table, [
      keys.caseForm(ref.tenant, ref.caseId, round),
      keys.casePersonal(ref.tenant, ref.caseId, round),
    ]);
    if (!form) return undefined;
    const frozen = frozenItem.parse(form);
    const more = personal ? personalItem.parse(personal).sections : [];
    return { ...frozen, sections: [...frozen.sections, ...more] };
  },

  loadAssessments: async (ref) => {
    const items = await queryPrefix(client, table, partitionOf(ref), 'ASSESS#');
    return new Map(
      items.map((item) => assessmentItem.parse(item)).map(({ taskId, lines }) => [taskId, lines]),
    );
  },

  loadActs: async (ref) =>
    new Map(
      (await queryPrefix(client, table, partitionOf(ref), 'ACT#'))
        .map((item) => actItem.parse(item))
        .map(({ id, content }) => [id, content]),
    ),

  loadComments: async (ref) =>
    (await queryPrefix(client, table, partitionOf(ref), 'CMT#')).map((item) => commentItem.parse(item)),

  loadCommentFiles: async ({ tenant, caseId }, { membershipId }, ids) => {
    const items = await getAll(
      client,
      table,
      ids.map((id) => keys.caseCommentFile(tenant, caseId, id)),
    );
    const free = new Map(
      items
        .map((item) => commentFileItem.parse(item))
        .filter(({ by, claimed }) => by === membershipId && claimed === undefined)
        .map((file) => [file.file.attachmentId, file.file]),
    );
    return ids.map((id) => free.get(id));
  },

  listEntries: async (ref, after, limit) => {
    const { Items } = await client.send(
      new QueryCommand({
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': partitionOf(ref),
          ':from': keys.caseEntry(ref.tenant, ref.caseId, after + 1).sk,
          ':to': 'EV#999999',
        },
        ConsistentRead: true,
        Limit: limit,
      }),
    );
    return (Items ?? []).map(parseEntry);
  },
});
