import * as z from 'zod/mini';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { tenantId } from '#shared/kernel/tenant-id.ts';
import { keys } from '#shared/table/keys.ts';
import type { Organisation } from '#shared/tenancy/organisations.ts';
import type { OpenedTenant, TenantMatter } from '../domain/tenant-matter.ts';
import { twoPersons } from './administration-items.ts';
import { membershipItems } from './membership-items.ts';
import { firstRoster } from './roster-items.ts';

type Item = Record<string, unknown>;

const named = z.object({ id: z.string(), name: z.string() });
const matterItem = z.object({
  ...twoPersons,
  id: z.string(),
  tenant: tenantId,
  change: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('open'),
      name: z.string(),
      authority: named,
      departments: z.array(named),
      people: z.array(
        z.object({
          membershipId: z.string(),
          role: z.string(),
          personId: z.string(),
          name: z.string(),
          phone: z.string(),
        }),
      ),
    }),
    z.object({ kind: z.literal('suspend') }),
    z.object({ kind: z.literal('reactivate') }),
  ]),
});
export const parseMatter = (item: unknown): TenantMatter => matterItem.parse(item);

/** A node of the city's directory; `authority`: the organisation that it has named its cloud authority. */
export const nodeItem = (node: {
  readonly tenant: TenantId;
  readonly level: 'city' | 'county';
  readonly name: string;
  readonly authority: { readonly id: string; readonly name: string } | undefined;
  readonly authorityName: string;
  readonly place: number;
}): Item => ({
  ...keys.tenantNode(node.tenant),
  level: node.level,
  name: node.name,
  authorityName: node.authorityName,
  place: node.place,
  ...(node.authority ? { cloudAuthority: node.authority.id } : {}),
});

export const organisationItem = ({ id, tenant, kind, name, contract }: Organisation): Item => ({
  ...keys.organisation(tenant, id),
  id,
  kind,
  name,
  ...(contract === undefined ? {} : { contract }),
});

/** Everything that a county opens with; none of it may be there. */
export const openedItems = ({ tenant, change, memberships, place }: OpenedTenant): Item[] => {
  const { name, authority, departments, people } = change;
  return [
    nodeItem({ tenant, level: 'county', name, authority, authorityName: authority.name, place }),
    organisationItem({ ...authority, tenant, kind: 'authority' }),
    ...departments.map((one) => organisationItem({ ...one, tenant, kind: 'department' })),
    firstRoster(tenant, memberships),
    ...memberships.flatMap(membershipItems),
    ...people.map(({ membershipId, phone }) => ({ ...keys.contact(tenant, membershipId), phone })),
  ];
};
