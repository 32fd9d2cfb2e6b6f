import type { PostHolders } from '#functions/tenancy/ports/post-holders.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { Organisation } from '#shared/tenancy/organisations.ts';
import type { Provider } from './ports.ts';

interface Sources {
  readonly references: {
    organisationsOf(
      tenant: TenantId,
    ): Promise<readonly Pick<Organisation, 'id' | 'name' | 'kind' | 'contract'>[]>;
  };
  readonly posts: Pick<PostHolders, 'holdersOf'>;
}

/** Cloud providers of a city: under contract, and with somebody to answer a work order. */
export const providersOf = async (
  { references, posts }: Sources,
  tenant: TenantId,
): Promise<readonly Provider[]> => {
  const [organisations, engineers] = await Promise.all([
    references.organisationsOf(tenant),
    posts.holdersOf({ tenant, role: 'provider.engineer' }),
  ]);
  const staffed = new Set(engineers.map(({ organisation }) => organisation.id));
  return organisations.filter(
    ({ id, kind, contract }) => kind === 'provider' && contract !== undefined && staffed.has(id),
  );
};
