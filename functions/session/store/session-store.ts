import { DeleteCommand, type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { keys } from '#shared/table/keys.ts';
import { type TransactItem, transact, writeIf } from '#shared/table/transact.ts';
import type { SessionStore } from '../app/ports.ts';
import type { SessionLife } from '../domain/session.ts';
import { notSignedOutSince, readSignOutMark, writeSignOutMark } from './sign-out-marks.ts';

const sessionItem = z.object({
  id: z.string(),
  personId: z.string(),
  startedAt: z.int(),
  usedAt: z.int(),
  renewedAt: z.int(),
  expiresAt: z.int(),
  sealed: z.string(),
});

type Changes = Omit<NonNullable<TransactItem['Update']>, 'TableName' | 'Key'>;

/** Sessions by the digest of their secret; an item goes away by itself once its whole life is past. */
export const createSessionStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  life: SessionLife,
): SessionStore => {
  /** Changes one session; false when the condition did not hold. */
  const update = (id: string, changes: Changes): Promise<boolean> =>
    writeIf(client, { Update: { TableName: table, Key: keys.session(id), ...changes } });

  return {
    find: async (id) => {
      const Key = keys.session(id);
      const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
      return Item && sessionItem.parse(Item);
    },

    signedOutAt: (personId) => readSignOutMark(client, table, personId),

    start: async (session) => {
      const ttl = Math.ceil((session.startedAt + life.wholeMs) / 1000);
      const Item = { ...keys.session(session.id), ...session, ttl };
      const outcome = await transact(client, [
        notSignedOutSince(table, session.personId, session.startedAt),
        { name: 'session', item: { Put: { TableName: table, Item } } },
      ]);
      return outcome.written;
    },

    lease: (session, lease, until, now) =>
      update(session.id, {
        UpdateExpression: 'SET lease = :lease, leasedUntil = :until',
        ConditionExpression: 'renewedAt = :read AND (attribute_not_exists(lease) OR leasedUntil <= :now)',
        ExpressionAttributeValues: {
          ':lease': lease,
          ':until': until,
          ':read': session.renewedAt,
          ':now': now,
        },
      }),

    keepRenewal: async ({ id, personId, startedAt }, lease, { sealed, usedAt, renewedAt, expiresAt }) => {
      const outcome = await transact(client, [
        notSignedOutSince(table, personId, startedAt),
        {
          name: 'session',
          item: {
            Update: {
              TableName: table,
              Key: keys.session(id),
              UpdateExpression:
                'SET sealed = :sealed, usedAt = :used, renewedAt = :renewed, expiresAt = :expires REMOVE lease, leasedUntil',
              ConditionExpression: 'lease = :lease',
              ExpressionAttributeValues: {
                ':sealed': sealed,
                ':used': usedAt,
                ':renewed': renewedAt,
                ':expires': expiresAt,
                ':lease': lease,
              },
            },
          },
        },
      ]);
      return outcome.written;
    },

    releaseLease: async (id, lease) => {
      await update(id, {
        UpdateExpression: 'REMOVE lease, leasedUntil',
        ConditionExpression: 'lease = :lease',
        ExpressionAttributeValues: { ':lease': lease },
      });
    },

    keepUse: async (id, usedAt) => {
      await update(id, {
        UpdateExpression: 'SET usedAt = :used',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':used': usedAt },
      });
    },

    end: async (id) => {
      await client.send(new DeleteCommand({ TableName: table, Key: keys.session(id) }));
    },

    signOutEverywhere: (personId, at) => writeSignOutMark(client, table, personId, at),
  };
};
