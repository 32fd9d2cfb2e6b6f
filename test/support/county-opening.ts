import { randomUUID } from 'node:crypto';
import { createClient } from '#examples/client.ts';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { MatterAnswer, MatterBody } from '#shared/contracts/tenants.ts';
import { type Asker, ask, type Heard, tokenOf } from './ask.ts';

/** A county that no seed knows; its people are borrowed from one of another city. */
export const openingOf = (node: string, name: string, from: string): MatterBody['change'] => ({
  kind: 'open',
  node,
  name,
  authority: `${name}数据局`,
  departments: [`${name}卫生健康委员会`],
  people: [
    ['tenant.admin', 'tenantadmin'],
    ['security.admin', 'securityadmin'],
    ['audit.admin', 'auditadmin'],
    ['county.cloud.reviewer', 'observer'],
    ['county.cloud.leader', 'head'],
  ].map(([role = '', duty], index) => ({
    role,
    personId: `${from}-${duty}`,
    name: `首批人员${'甲乙丙丁戊'[index]}`,
    phone: `1380000000${index}`,
  })),
});

/** Where a person holds something, as their next token will be told. */
export const tenantsOf = async (system: EmbeddedSystem, user: string): Promise<readonly string[]> =>
  (await createClient(system.baseUrl, await tokenOf(system, user), '').me()).memberships.map(
    ({ tenant }) => tenant,
  );

/** A demo person under their membership of one tenant. */
export const askerIn = async (
  system: EmbeddedSystem,
  user: string,
  tenant: string,
): Promise<Required<Asker>> => {
  const token = await tokenOf(system, user);
  const { memberships } = await createClient(system.baseUrl, token, '').me();
  const found = memberships.find((one) => one.tenant === tenant);
  if (!found) throw new Error(`${user} holds nothing in ${tenant}`);
  return { token, membership: found.id };
};

export const clientIn = async (system: EmbeddedSystem, user: string, tenant: string) => {
  const { token, membership } = await askerIn(system, user, tenant);
  return createClient(system.baseUrl, token, membership);
};

export const proposeMatter = (system: EmbeddedSystem, by: Asker, change: object): Promise<Heard> =>
  ask(system, by, 'POST', '/v1/tenant-matters', {
    body: { change, reason: '按市政府文件办理。' },
    key: randomUUID(),
  });

export const decideMatter = (
  system: EmbeddedSystem,
  by: Asker,
  matterId: string,
  body: object = { verdict: 'confirm' },
): Promise<Heard> =>
  ask(system, by, 'POST', `/v1/tenant-matters/${matterId}/decisions`, {
    body,
    ifMatch: 1,
    key: randomUUID(),
  });

/** Proposes by one and confirms by the other; throws when either is refused. */
export const carryMatter = async (
  system: EmbeddedSystem,
  [proposer, confirmer]: readonly [Asker, Asker],
  change: object,
): Promise<void> => {
  const proposed = await proposeMatter(system, proposer, change);
  if (proposed.status !== 201) throw new Error(proposed.text);
  const decided = await decideMatter(system, confirmer, (proposed.body as MatterAnswer).matterId);
  if (decided.status !== 200) throw new Error(decided.text);
};
