import { nodeOf, type TenantId } from './tenant.ts';

/** What is behind the node in an id: one order over all counties, the later the greater. */
export const orderOf = (id: string): string => id.slice(id.indexOf('.') + 1);

/** Ids of a tenant's list, the newest first, older than `after`. */
export type IdsOf = (
  tenant: TenantId,
  after: string | undefined,
  limit: number,
) => Promise<readonly string[]>;

/**
 * Several tenants' lists as one: a page of ids from each, and of these the newest, older than `after` in the order of
 * `orderOf`. Only what is shown need then be read.
 */
export const newestOf = async (
  tenants: readonly TenantId[],
  idsOf: IdsOf,
  after: string | undefined,
  limit: number,
): Promise<readonly { readonly tenant: TenantId; readonly id: string }[]> => {
  const pages = await Promise.all(
    tenants.map(async (tenant) => {
      const place = after === undefined ? undefined : `${nodeOf(tenant)}.${after}`;
      return (await idsOf(tenant, place, limit)).map((id) => ({ tenant, id }));
    }),
  );
  return pages
    .flat()
    .sort((a, b) => (orderOf(a.id) < orderOf(b.id) ? 1 : -1))
    .slice(0, limit);
};
