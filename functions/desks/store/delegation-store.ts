import { type DynamoDBDocumentClient, GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { actorChecks, idempotencyWrite } from '#shared/table/command-guards.ts';
import { keys } from '#shared/table/keys.ts';
import { type NamedWrite, transact } from '#shared/table/transact.ts';
import type { DelegationChange, DelegationStore, DeskOutcome } from '../app/ports.ts';
import type { Delegation } from '../domain/delegation.ts';
import { findIdempotency } from './find-idempotency.ts';

type Write = NamedWrite<Extract<DeskOutcome, { written: false }>['failed'][number]>;

const party = z.object({
  membershipId: z.string(),
  personId: z.string(),
  name: z.string(),
  organisation: z.string(),
});
const delegationItem = z.object({
  id: z.string(),
  tenant: tenantId,
  from: party,
  to: party,
  roles: z.array(z.string()),
  fromOn: z.string(),
  untilOn: z.string(),
  reason: z.string(),
  createdAt: z.string(),
  state: z.enum(['active', 'revoked']),
  closedAt: z.exactOptional(z.string()),
  version: z.int(),
});
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

const headWrite = (table: string, { tenant, headBefore }: DelegationChange): Write => ({
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
): DelegationStore => {
  const list =
    (kind: 'GIVEN' | 'TAKEN') =>
    async (tenant: TenantId, membershipId: string, from: string): Promise<readonly Delegation[]> => {
      const { Items } = await client.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
          ExpressionAttributeValues: {
            ':pk': keys.membershipPartition(tenant, membershipId),
            ':from': `${kind}#${from}`,
            ':to': `${kind}#~`,
          },
          ConsistentRead: true,
        }),
      );
      return (Items ?? []).map((item) => delegationItem.parse(item));
    };
  return {
    given: list('GIVEN'),
    taken: list('TAKEN'),

    head: async (tenant) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: keys.delegations(tenant), ConsistentRead: true }),
      );
      return Item ? headItem.parse(Item).version : 0;
    },

    commit: (change) =>
      transact(client, [
        headWrite(table, change),
        ...change.delegations.flatMap((delegation) => delegationWrites(table, delegation)),
        ...(change.actor ? actorChecks(table, change.actor) : []),
        ...(change.idempotency ? [idempotencyWrite(table, change.idempotency, wallNow())] : []),
      ]),

    findIdempotency: (scope) => findIdempotency(client, table, scope),
  };
};
