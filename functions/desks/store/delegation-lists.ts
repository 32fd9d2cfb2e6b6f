import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { keys } from '#shared/table/keys.ts';
import type { DelegationStore } from '../app/ports.ts';
import type { Delegation } from '../domain/delegation.ts';

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

/** What a membership has given and taken. */
export const createDelegationLists = (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
): Pick<DelegationStore, 'given' | 'taken'> => {
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
  return { given: list('GIVEN'), taken: list('TAKEN') };
};
