import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Membership } from '../app/membership.ts';
import { createAdministrationStore } from '../store/administration-store.ts';

/** Members of a tenant, standing or suspended. */
export interface Members {
  all(tenant: TenantId): Promise<readonly Membership[]>;
  one(tenant: TenantId, membershipId: string): Promise<Membership | undefined>;
}

const pageSize = 100;

export const membersOf = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): Members => {
  const store = createAdministrationStore(client, table);
  return {
    one: (tenant, membershipId) => store.findMembership(tenant, membershipId),
    all: async (tenant) => {
      const found: Membership[] = [];
      let after: string | undefined;
      do {
        const page = await store.listMemberships(tenant, after, pageSize);
        found.push(...page.items);
        after = page.next;
      } while (after !== undefined);
      return found;
    },
  };
};
