import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { keys } from '#shared/table/keys.ts';
import { tenants } from '#shared/tenancy/cities.ts';
import { demoCatalogue, kaifengCatalogue } from '#shared/tenancy/demo-catalogue.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { findOrganisation, organisations } from '#shared/tenancy/organisations.ts';
import { membershipItems } from '../store/membership-store.ts';

type Item = Record<string, unknown>;

/** Tenants with the body that each has named its cloud authority (yc-cloud-0-1, yc-cloud-4-3), and the sweep's first day. */
export const bootstrapItems = (now: Date): Item[] => [
  ...tenants.map((tenant): Item => {
    const authority = organisations.find(({ tenant: of, kind }) => of === tenant.id && kind === 'authority');
    return {
      ...keys.tenantNode(tenant.id),
      level: tenant.level,
      name: tenant.name,
      authorityName: tenant.authority,
      ...(authority ? { cloudAuthority: authority.id } : {}),
    };
  }),
  { ...keys.sweepWatermark(), date: shanghaiDateOf(now) },
];

/** A number that nobody has: the demonstration sends nothing outside anyway. */
const demoPhone = (index: number): string => `199${String(index).padStart(8, '0')}`;

/** The demonstration: one membership and one contact per demo person, and Yancheng’s demo catalogue. */
export const demoItems = (): Item[] => [
  { ...keys.catalogue('yancheng'), ...demoCatalogue },
  { ...keys.catalogue('kaifeng'), ...kaifengCatalogue },
  ...demoPeople.map(({ user }, index) => ({ ...keys.contact(user), phone: demoPhone(index) })),
  ...demoPeople.flatMap(({ user, name, tenant, organisation, roles }) => {
    const found = findOrganisation(organisation);
    if (!found) throw new Error(`the demo person ${user} belongs to an unknown organisation`);
    return membershipItems({
      id: user,
      personId: user,
      name,
      tenant,
      organisation: { id: found.id, name: found.name },
      roles: [...roles],
      grantsVersion: 1,
      state: 'active',
    });
  }),
];
