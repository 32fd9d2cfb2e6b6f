import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { type DynamoDBDocumentClient, GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { AggregateFact } from '#shared/aggregate/aggregate.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import type { Key } from '#shared/table/keys.ts';
import type { NamedWrite } from '#shared/table/transact.ts';
import type { ClaimStore, ClosedSystem } from '../app/ports.ts';
import type { Claims } from '../domain/claims.ts';
import type { Reclamation } from '../domain/reclamation-state.ts';

const attempts = 5;

const claimsItem = z.object({
  revision: z.int(),
  claimed: z.record(z.string(), z.array(z.string())),
  closing: z.exactOptional(
    z.object({
      caseId: z.string(),
      decision: z.object({
        at: z.string(),
        by: z.object({ tenant: tenantId, membership: z.string() }),
        reason: z.string(),
      }),
      ruleVersion: z.string(),
      since: z.string(),
    }),
  ),
});

const keyOf = ({ tenant: of, systemId }: ClosedSystem): Key => ({
  pk: `T#${of}#RCS#${systemId}`,
  sk: 'CLAIMS',
});

type Client = Pick<DynamoDBDocumentClient, 'send'>;

const claimsOf = async (client: Client, table: string, system: ClosedSystem): Promise<Claims> => {
  const { Item } = await client.send(
    new GetCommand({ TableName: table, Key: { ...keyOf(system) }, ConsistentRead: true }),
  );
  return Item ? claimsItem.parse(Item) : { revision: 0, claimed: {} };
};

/** Unless another approval than the one that was seen has been written meanwhile. Answers whether it is. */
const closes = async (
  client: Client,
  table: string,
  system: ClosedSystem,
  closing: NonNullable<Claims['closing']>,
  seen: string | undefined,
): Promise<boolean> => {
  const first = seen === undefined;
  const command = new UpdateCommand({
    TableName: table,
    Key: { ...keyOf(system) },
    UpdateExpression: 'SET closing = :closing, claimed = if_not_exists(claimed, :none) ADD revision :one',
    ConditionExpression: first ? 'attribute_not_exists(closing)' : 'closing.decision.#at = :seen',
    ...(first ? {} : { ExpressionAttributeNames: { '#at': 'at' } }),
    ExpressionAttributeValues: {
      ...{ ':closing': closing, ':none': {}, ':one': 1 },
      ...(first ? {} : { ':seen': seen }),
    },
  });
  try {
    await client.send(command);
    return true;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return false;
    throw error;
  }
};

/** Which resources of a system are being taken back. */
export const createClaimStore = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): ClaimStore => ({
  of: (system) => claimsOf(client, table, system),
  close: async (system, closing) => {
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const before = (await claimsOf(client, table, system)).closing;
      if (before && before.decision.at >= closing.decision.at) return;
      const since = before?.since ?? closing.decision.at;
      if (await closes(client, table, system, { ...closing, since }, before?.decision.at)) return;
    }
    throw new Error(`the shutdown of ${system.systemId} kept being written by others`);
  },
});

/** With the opening: nobody has opened another since its claims were read. */
export const claimWrite = (
  table: string,
  { revision, claimed, closing }: Claims,
  { tenant: of, systemId, reclamationId, resources }: Reclamation,
): NamedWrite<AggregateFact> => ({
  name: 'other',
  item: {
    Put: {
      TableName: table,
      Item: {
        ...keyOf({ tenant: of, systemId }),
        revision: revision + 1,
        claimed: { ...claimed, [reclamationId]: resources.map(({ resourceId }) => resourceId) },
        ...(closing ? { closing } : {}),
      },
      ...(revision === 0
        ? { ConditionExpression: 'attribute_not_exists(pk)' }
        : {
            ConditionExpression: 'revision = :seen',
            ExpressionAttributeValues: { ':seen': revision },
          }),
    },
  },
});

/** With the end. What is given back was not shut down meanwhile. */
export const releaseWrite = (
  table: string,
  { tenant: of, systemId, reclamationId, restored }: Reclamation,
): NamedWrite<AggregateFact> => ({
  name: 'other',
  item: {
    Update: {
      TableName: table,
      Key: { ...keyOf({ tenant: of, systemId }) },
      UpdateExpression: 'REMOVE claimed.#id ADD revision :one',
      ...(restored ? { ConditionExpression: 'attribute_not_exists(closing)' } : {}),
      ExpressionAttributeNames: { '#id': reclamationId },
      ExpressionAttributeValues: { ':one': 1 },
    },
  },
});
