import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { writeJournaled } from '#functions/tenancy/ports/journaled-change.ts';
import { idempotencyWrite } from '#shared/table/command-guards.ts';
import { keys } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { DelegationChange, DelegationStore, DeskOutcome } from '../app/ports.ts';
import type { Delegation } from '../domain/delegation.ts';
import { createDelegationLists } from './delegation-lists.ts';
import { findIdempotency } from './find-idempotency.ts';

type Write = NamedWrite<Extract<DeskOutcome, { written: false }>['failed'][number]>;

const headItem = z.object({ version: z.int() });

/** Both sides have it, so that each is found from either with one query. */
const delegationWrites = (table: string, delegation: Delegation): Write[] => {
  const { tenant, from, to, untilOn, id, version } = delegation;
  const condition =
    version === 1
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :before',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':before': version - 1 },
        };
  return [
    keys.delegationGiven(tenant, from.membershipId, untilOn, id),
    keys.delegationTaken(tenant, to.membershipId, untilOn, id),
  ].map(
    (key): Write => ({
      name: 'content',
      item: { Put: { TableName: table, Item: { ...key, ...delegation }, ...condition } },
    }),
  );
};

const headWrite = (
  table: string,
  { tenant, headBefore }: Pick<DelegationChange, 'tenant' | 'headBefore'>,
): Write => ({
  name: 'head',
  item: {
    Put: {
      TableName: table,
      Item: { ...keys.delegations(tenant), version: headBefore + 1 },
      ...(headBefore === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: '#version = :before',
            ExpressionAttributeNames: { '#version': 'version' },
            ExpressionAttributeValues: { ':before': headBefore },
          }),
    },
  },
});

/** Delegations in the single table, through a client that is fenced to the tenant. */
export const createDelegationStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  wallNow: () => number = Date.now,
): DelegationStore => ({
  ...createDelegationLists(client, table),

  head: async (tenant) => {
    const { Item } = await client.send(
      new GetCommand({ TableName: table, Key: keys.delegations(tenant), ConsistentRead: true }),
    );
    return Item ? headItem.parse(Item).version : 0;
  },

  commit: ({ actor, at, change, ...moved }) =>
    writeJournaled(client, table, { tenant: moved.tenant, at, change, ...(actor ? { actor } : {}) }, [
      headWrite(table, moved),
      ...moved.delegations.flatMap((delegation) => delegationWrites(table, delegation)),
      ...(moved.idempotency ? [idempotencyWrite(table, moved.idempotency, wallNow())] : []),
    ]),

  findIdempotency: (scope) => findIdempotency(client, table, scope),
});
