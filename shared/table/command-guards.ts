import type { Actor } from '#shared/kernel/actor.ts';
import type { ActorFact } from '#shared/kernel/actor-refusal.ts';
import type { IdempotencyRecord, IdempotencyScope } from '#shared/kernel/asked.ts';
import { type Key, keys, standingShardOf } from './keys.ts';
import type { NamedWrite } from './transact.ts';

const idempotencyDays = 7;

/** A suspended tenant's people read and do not command; what was never suspended has no item. */
const standingCheck = (table: string, actor: Actor): NamedWrite<'tenant'> => ({
  name: 'tenant',
  item: {
    ConditionCheck: {
      TableName: table,
      Key: keys.standing(actor.tenant, standingShardOf(actor.membershipId)),
      ConditionExpression: 'attribute_not_exists(suspendedAt)',
    },
  },
});

/** For commands of a city's own people, whose tenant is never suspended; all others ask `actorChecks`. */
export const membershipCheck = (table: string, actor: Actor): NamedWrite<'membership'> => ({
  name: 'membership',
  item: {
    ConditionCheck: {
      TableName: table,
      Key: keys.membership(actor.tenant, actor.membershipId),
      ConditionExpression: 'grantsVersion = :grants AND #state = :active',
      ExpressionAttributeNames: { '#state': 'state' },
      ExpressionAttributeValues: { ':grants': actor.grantsVersion, ':active': 'active' },
    },
  },
});

/** The actor's membership must still stand as it was when the request was authorized, and their tenant not be suspended. */
export const actorChecks = (table: string, actor: Actor): NamedWrite<ActorFact>[] => [
  membershipCheck(table, actor),
  standingCheck(table, actor),
];

/** The first answer to a request, to be given again for a week, under the key of whoever asked. */
export const idempotencyPut = (
  table: string,
  key: Key,
  { digest, answer }: IdempotencyRecord,
  wallMs: number,
): NamedWrite<'idempotency'> => ({
  name: 'idempotency',
  item: {
    Put: {
      TableName: table,
      Item: { ...key, digest, answer, ttl: Math.floor(wallMs / 1000) + idempotencyDays * 86_400 },
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
});

/** The same where the asker's answers lie with their tenant. */
export const idempotencyWrite = (
  table: string,
  record: IdempotencyScope & IdempotencyRecord,
  wallMs: number,
): NamedWrite<'idempotency'> =>
  idempotencyPut(
    table,
    keys.idempotency(record.tenant, record.membershipId, record.operation, record.key),
    record,
    wallMs,
  );
