import { randomUUID } from 'node:crypto';
import { type DynamoDBDocumentClient, GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { genesisHash } from '#shared/kernel/journal-chain.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { keys } from '#shared/table/keys.ts';
import { administratorRoles } from '#shared/tenancy/roles.ts';
import type { Roster } from '../app/administration-ports.ts';
import type { Membership } from '../domain/membership.ts';

const rosterItem = z.object({
  tenant: tenantId,
  version: z.int(),
  head: z.object({ seq: z.int(), hash: z.string() }),
  salt: z.string(),
  administrators: z.record(z.string(), z.array(z.string())),
});
const parseRoster = (item: unknown): Roster => rosterItem.parse(item);

/** A tenant's roster as its first administrators find it, with an empty journal. */
export const firstRoster = (of: TenantId, memberships: readonly Membership[]): Record<string, unknown> => ({
  ...keys.roster(of),
  tenant: of,
  version: 1,
  head: { seq: 0, hash: genesisHash },
  salt: randomUUID(),
  administrators: Object.fromEntries(
    administratorRoles.map((role) => [
      role,
      memberships
        .filter(({ roles, state }) => state === 'active' && roles.includes(role))
        .map(({ id }) => id),
    ]),
  ),
});

/** A tenant's roster; every tenant has one from its first day. */
export const loadRoster = async (
  client: Pick<DynamoDBDocumentClient, 'send'>,
  table: string,
  tenant: TenantId,
): Promise<Roster> => {
  const Key = keys.roster(tenant);
  const { Item } = await client.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
  if (!Item) throw new Error(`${tenant} has no roster of administrators`);
  return parseRoster(Item);
};
