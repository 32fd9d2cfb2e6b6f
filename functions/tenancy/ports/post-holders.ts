import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Membership } from '../app/membership.ts';
import { createMembershipStore } from '../store/membership-store.ts';

/** A post 岗位: a role in a tenant, of one organisation where it is held there. */
export interface Post {
  readonly tenant: TenantId;
  readonly role: string;
  readonly organisation?: string;
  /** The one who holds it, where it is no longer held by everybody of the role. */
  readonly membership?: string;
}

/** Who stands in which post now. */
export interface PostHolders {
  /** Standing memberships that hold the post. */
  holdersOf(post: Post): Promise<readonly Membership[]>;
  /** One membership, while it stands. */
  standing(tenant: TenantId, membershipId: string): Promise<Membership | undefined>;
  /** A person's standing memberships in a tenant, read consistently. */
  standingOf(tenant: TenantId, personId: string): Promise<readonly Membership[]>;
}

export const postHolders = (client: Pick<DynamoDBDocumentClient, 'send'>, table: string): PostHolders => {
  const store = createMembershipStore(client, table);
  const standing: PostHolders['standing'] = async (tenant, membershipId) => {
    const membership = await store.find(tenant, membershipId);
    return membership?.state === 'active' ? membership : undefined;
  };
  return {
    standing,
    standingOf: async (tenant, personId) =>
      (await store.listOfPersonIn(tenant, personId)).filter(({ state }) => state === 'active'),
    holdersOf: async ({ tenant, role, organisation, membership: only }) => {
      if (only !== undefined) {
        const holder = await standing(tenant, only);
        return holder ? [holder] : [];
      }
      return (await store.listOfRole(tenant, role)).filter(
        (membership) =>
          membership.state === 'active' &&
          (organisation === undefined || membership.organisation.id === organisation),
      );
    },
  };
};
