import { shanghaiDateOf } from '#shared/kernel/local-date.ts';
import { anchorKeys } from '#shared/table/journal-items.ts';
import { keys } from '#shared/table/keys.ts';
import { cities, tenants } from '#shared/tenancy/cities.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { findOrganisation, type Organisation, organisations } from '#shared/tenancy/organisations.ts';
import type { Membership } from '../app/membership.ts';
import { membershipItems } from '../store/membership-items.ts';
import { firstRoster } from '../store/roster-items.ts';
import { nodeItem, organisationItem } from '../store/tenant-items.ts';
import { demoCatalogueItems } from './seed-catalogues.ts';
import { demoLetterItem } from './seed-letters.ts';

type Item = Record<string, unknown>;

/** Bodies that a city's regulation or its documents name; departments and providers are added by administrators. */
const isOffice = ({ kind }: Organisation): boolean => kind !== 'department' && kind !== 'provider';

/** Tenants with their offices and the body that each has named its cloud authority (yc-cloud-0-1, yc-cloud-4-3), and the sweep's first day. */
export const bootstrapItems = (now: Date): Item[] => [
  ...tenants.map(({ id, level, name, authority }, place) =>
    nodeItem({
      tenant: id,
      level,
      name,
      authority: organisations.find(({ tenant, kind }) => tenant === id && kind === 'authority'),
      authorityName: authority,
      place,
    }),
  ),
  ...organisations.filter(isOffice).map(organisationItem),
  { ...keys.sweepWatermark(), date: shanghaiDateOf(now) },
  { ...keys.dueWatermark(), date: shanghaiDateOf(now) },
  { ...anchorKeys.watermark(), until: now.toISOString() },
];

/** A number that nobody has: the demonstration sends nothing outside anyway. */
const demoPhone = (index: number): string => `199${String(index).padStart(8, '0')}`;

const demoMemberships = (since: string): readonly Membership[] =>
  demoPeople.map(({ user, name, tenant, organisation, roles }) => {
    const found = findOrganisation(organisation);
    if (!found) throw new Error(`the demo person ${user} belongs to an unknown organisation`);
    return {
      id: user,
      personId: user,
      name,
      tenant,
      organisation: { id: found.id, name: found.name },
      roles: [...roles],
      grantsVersion: 1,
      state: 'active',
      since,
    };
  });

/** The demonstration: departments and a provider, one membership and one contact per demo person, each tenant’s roster, and each city’s demo catalogue. */
export const demoItems = (now: Date): Item[] => {
  const memberships = demoMemberships(now.toISOString());
  return [
    demoLetterItem('yancheng', now.toISOString()),
    ...demoCatalogueItems(now),
    ...organisations.filter((one) => !isOffice(one)).map(organisationItem),
    // Who tries the system out in the evening wants to see its messages.
    ...cities.map(({ id }) => ({ ...keys.messageHours(id), when: 'anyTime' })),
    ...memberships.flatMap(membershipItems),
    ...memberships.map(({ tenant, id }, index) => ({ ...keys.contact(tenant, id), phone: demoPhone(index) })),
    ...tenants.map(({ id }) =>
      firstRoster(
        id,
        memberships.filter(({ tenant }) => tenant === id),
      ),
    ),
  ];
};
