import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { OperationId } from '#shared/contracts/operations.ts';
import { quotaNameOf, quotas } from '#shared/contracts/quotas.ts';
import type { Actor } from '#shared/kernel/actor.ts';
import { systemWallClock, type WallClock } from '#shared/kernel/clock.ts';
import type { Refusal } from '#shared/kernel/refusal.ts';
import { usageKey } from '#shared/table/usage-keys.ts';
import { readActor } from './read-actor.ts';

/** Counts a call of an operation with its checked body; a refusal when the actor's tenant has called it too often. */
export type SpendQuota = (
  operation: OperationId,
  body: object,
  authorizer: unknown,
) => Promise<Refusal | undefined>;

interface UsageTable {
  readonly name: string;
  readonly clientOf: (actor: Actor) => Pick<DynamoDBDocumentClient, 'send'>;
}

const tooMany = (retryAfterSeconds: number): Refusal => ({
  code: 'too-many-calls',
  detail: `本单位所在租户短时间内办理此操作过多，请在 ${retryAfterSeconds} 秒后再试。`,
  retryAfterSeconds,
});

/** Counts in the table what `quotas` names, one small write a call; nothing else is counted. */
export const keepQuota =
  (table: UsageTable, clock: WallClock = systemWallClock): SpendQuota =>
  async (operation, body, authorizer) => {
    const name = quotaNameOf(operation, body);
    const quota = name && quotas[name];
    if (!name || !quota) return undefined;
    const actor = readActor(authorizer);
    const now = Math.floor(clock.now().getTime() / 1000);
    const start = now - (now % quota.seconds);
    const end = start + quota.seconds;
    try {
      await table.clientOf(actor).send(
        new UpdateCommand({
          TableName: table.name,
          Key: usageKey(actor.tenant, name, start),
          UpdateExpression: 'ADD #calls :one SET #ttl = :ttl',
          ConditionExpression: 'attribute_not_exists(#calls) OR #calls < :most',
          ExpressionAttributeNames: { '#calls': 'calls', '#ttl': 'ttl' },
          ExpressionAttributeValues: { ':one': 1, ':ttl': end + quota.seconds, ':most': quota.calls },
        }),
      );
      return undefined;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return tooMany(end - now);
      throw error;
    }
  };
