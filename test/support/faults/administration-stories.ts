import type { HostsView } from '#shared/contracts/administration.ts';
import type { GrantView } from '#shared/contracts/people.ts';
import type { TenantView } from '#shared/contracts/tenants.ts';
import { openingOf } from '../county-opening.ts';
import type { Action, FaultDesk, Story } from './fault-desk.ts';

const journal = '/v1/administration/journal/verification';

/** Somebody new at the county's authority. */
const newcomer = (desk: FaultDesk) => ({
  personId: `newcomer-${desk.next()}`,
  name: '新到人员',
  organisation: 'dafeng-authority',
  roles: ['county.observer'],
  reason: '新到岗。',
});

/** A story of one of the county's administrators; it leaves one entry in their journal. */
const ofCounty =
  (user: string, prepare: (desk: FaultDesk) => Promise<Omit<Action, 'by' | 'left'>>): Story =>
  async (desk) => ({
    ...(await prepare(desk)),
    by: await desk.as(user),
    left: await desk.growthOf(await desk.as('dafeng-auditadmin'), journal),
  });
/** The same of the city's. */
const ofCity =
  (user: string, prepare: (desk: FaultDesk) => Promise<Omit<Action, 'by' | 'left'>>): Story =>
  async (desk) => ({
    ...(await prepare(desk)),
    by: await desk.as(user),
    left: await desk.growthOf(await desk.as('yancheng-auditadmin'), journal),
  });

const enrolled = async (desk: FaultDesk) => {
  const body = newcomer(desk);
  const by = await desk.as('dafeng-tenantadmin');
  const { grantId } = await desk.must<{ grantId: string }>(by, 'POST', '/v1/people', { body });
  return { grantId, personId: body.personId };
};
const confirmed = async (desk: FaultDesk): Promise<string> => {
  const { grantId, personId } = await enrolled(desk);
  const by = await desk.as('dafeng-securityadmin');
  const decided = { body: { verdict: 'confirm' }, ifMatch: 1 };
  await desk.must(by, 'POST', `/v1/grants/${grantId}/decisions`, decided);
  const { items } = await desk.must<{ items: GrantView[] }>(by, 'GET', '/v1/grants?state=closed&limit=100');
  return items.find(({ person }) => person.personId === personId)?.person.membershipId ?? '';
};

const opening = (desk: FaultDesk) => {
  const node = `fault${desk.next()}`;
  return { change: openingOf(node, `演练${node}区`.slice(0, 20), node), reason: '按市政府文件办理。' };
};

export const administrationStories = {
  enrolPerson: ofCounty('dafeng-tenantadmin', async (desk) => ({
    path: '/v1/people',
    sent: { body: newcomer(desk) },
  })),
  proposeGrant: async (desk) => {
    const membershipId = await confirmed(desk);
    return ofCounty('dafeng-tenantadmin', async () => ({
      path: '/v1/grants',
      sent: { body: { membershipId, change: { kind: 'suspend' }, reason: '调离。' } },
    }))(desk);
  },
  decideGrant: async (desk) => {
    const { grantId } = await enrolled(desk);
    return ofCounty('dafeng-securityadmin', async () => ({
      path: `/v1/grants/${grantId}/decisions`,
      sent: { body: { verdict: 'confirm' }, ifMatch: 1 },
    }))(desk);
  },
  withdrawGrant: async (desk) => {
    const { grantId } = await enrolled(desk);
    return ofCounty('dafeng-tenantadmin', async () => ({
      path: `/v1/grants/${grantId}/withdrawals`,
      sent: { body: {}, ifMatch: 1 },
    }))(desk);
  },
  addOrganisation: ofCounty('dafeng-tenantadmin', async (desk) => ({
    path: '/v1/tenants/dafeng/organisations',
    sent: { body: { name: `大丰区第${desk.next()}中心` } },
  })),
  saveTenantSettings: ofCounty('dafeng-tenantadmin', async (desk) => {
    const admin = await desk.as('dafeng-tenantadmin');
    const { settings } = await desk.must<TenantView>(admin, 'GET', '/v1/tenants/dafeng');
    const materials = settings.materials.map(({ id }) => ({ id }));
    return {
      path: '/v1/tenants/dafeng/settings',
      sent: { body: { materials, values: {} }, ifMatch: settings.version },
    };
  }),
  proposeTenantMatter: ofCity('yancheng-tenantadmin', async (desk) => ({
    path: '/v1/tenant-matters',
    sent: { body: opening(desk) },
  })),
  decideTenantMatter: async (desk) => {
    const by = await desk.as('yancheng-tenantadmin');
    const { matterId } = await desk.must<{ matterId: string }>(by, 'POST', '/v1/tenant-matters', {
      body: opening(desk),
    });
    return ofCity('yancheng-securityadmin', async () => ({
      path: `/v1/tenant-matters/${matterId}/decisions`,
      sent: { body: { verdict: 'confirm' }, ifMatch: 1 },
    }))(desk);
  },
  saveOutboundHosts: ofCity('yancheng-securityadmin', async (desk) => {
    const by = await desk.as('yancheng-securityadmin');
    const { version, hosts } = await desk.must<HostsView>(by, 'GET', '/v1/outbound-hosts');
    const other = hosts.filter(({ host }) => !host.startsWith('fault'));
    return {
      path: '/v1/outbound-hosts',
      sent: { body: { hosts: [...other, { host: `fault${desk.next()}.gov.cn` }] }, ifMatch: version },
    };
  }),
} satisfies Readonly<Record<string, Story>>;
