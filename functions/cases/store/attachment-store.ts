import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { actorChecks, idempotencyWrite } from '#shared/table/command-guards.ts';
import { keys } from '#shared/table/keys.ts';
import { queryPrefix } from '#shared/table/read-all.ts';
import { type NamedWrite, transact } from '#shared/table/transact.ts';
import type { AttachmentStore, SheetChange } from '../app/files/file-ports.ts';
import type { CommitFact } from '../app/ports.ts';
import { attachment, parseReservation } from './attachment-items.ts';
import { sheetCondition } from './guard-writes.ts';

/** A reservation outlives its upload's signature by far, and the unclaimed file by nothing. */
const reservationSeconds = 86_400;

const lapsing = z.object({ ttl: z.int() });
const commentFile = z.object({ by: z.string(), file: attachment });

const sheetWrites = (table: string, change: SheetChange, wallMs: number): NamedWrite<CommitFact>[] => {
  const { ref, before, items, caseVersion, fulfilled } = change;
  const { tenant, caseId } = ref;
  const savers = [...new Set([...before.savers, change.actor.personId])];
  const Item = { ...keys.caseAttachments(tenant, caseId), version: before.version + 1, items, savers };
  return [
    { name: 'sections', item: { Put: { TableName: table, Item, ...sheetCondition(before.version) } } },
    {
      name: 'version',
      item: {
        ConditionCheck: {
          TableName: table,
          Key: keys.caseHeader(tenant, caseId),
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': caseVersion },
        },
      },
    },
    ...(fulfilled === undefined
      ? []
      : [
          {
            name: 'other' as const,
            item: {
              Update: {
                TableName: table,
                Key: keys.caseUpload(tenant, caseId, fulfilled),
                UpdateExpression: 'SET #ttl = :now',
                ExpressionAttributeNames: { '#ttl': 'ttl' },
                ExpressionAttributeValues: { ':now': Math.floor(wallMs / 1000) },
              },
            },
          },
        ]),
    ...actorChecks(table, change.actor),
  ];
};

/** Attachments in the single table, through a client whose credentials are fenced to the caller's tenant. */
export const createAttachmentStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  wallNow: () => number = Date.now,
): AttachmentStore => {
  const stillHolds = (item: unknown): boolean => lapsing.parse(item).ttl * 1000 > wallNow();
  return {
    findReservation: async ({ tenant, caseId }, attachmentId) => {
      const Key = keys.caseUpload(tenant, caseId, attachmentId);
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item && stillHolds(Item) ? parseReservation(Item) : undefined;
    },

    countReservations: async ({ tenant, caseId }) => {
      const items = await queryPrefix(client, table, keys.casePartition(tenant, caseId), 'UP#');
      return items.filter(stillHolds).length;
    },

    reserve: ({ tenant, caseId }, reservation, actor, idempotency) => {
      const key = keys.caseUpload(tenant, caseId, reservation.attachmentId);
      const ttl = Math.floor(wallNow() / 1000) + reservationSeconds;
      return transact<CommitFact>(client, [
        { name: 'other', item: { Put: { TableName: table, Item: { ...key, ...reservation, ttl } } } },
        idempotencyWrite(table, idempotency, wallNow()),
        ...actorChecks(table, actor),
      ]);
    },

    findCommentFile: async ({ tenant, caseId }, { membershipId }, attachmentId) => {
      const Key = keys.caseCommentFile(tenant, caseId, attachmentId);
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      const found = Item && commentFile.parse(Item);
      return found?.by === membershipId ? found.file : undefined;
    },

    saveCommentFile: ({ tenant, caseId }, actor, file) => {
      const key = keys.caseCommentFile(tenant, caseId, file.attachmentId);
      const Item = { ...key, by: actor.membershipId, file };
      return transact<CommitFact>(client, [
        {
          name: 'other',
          item: { Put: { TableName: table, Item, ConditionExpression: 'attribute_not_exists(pk)' } },
        },
        ...actorChecks(table, actor),
      ]);
    },

    saveSheet: (change) => transact(client, sheetWrites(table, change, wallNow())),
  };
};
