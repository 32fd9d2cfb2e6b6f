import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { createClient } from '#examples/client.ts';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import { membershipItems, parseMembership } from '#functions/tenancy/store/membership-items.ts';
import { isTenantId } from '#shared/kernel/tenant.ts';
import { keys } from '#shared/table/keys.ts';
import { administratorTable } from './administrator.ts';
import { type Asker, ask, tokenOf } from './ask.ts';

/** A demo person of another county who is also clerk of a second department of 大丰区. */
export const housingClerk: Membership = {
  id: 'zz-dafeng-housing-clerk',
  personId: 'xiangshui-leader',
  name: '顾德宝',
  tenant: 'yancheng/dafeng',
  organisation: { id: 'dafeng-housing', name: '盐城市大丰区住房和城乡建设局' },
  roles: ['department.clerk'],
  grantsVersion: 1,
  state: 'active',
  since: '2026-01-05T01:00:00.000Z',
};

/** A membership as it is, whoever's it is. */
export const writeMembership = async (system: EmbeddedSystem, membership: Membership): Promise<void> => {
  const table = administratorTable(system);
  for (const Item of membershipItems(membership))
    await table.send(new PutCommand({ TableName: system.tableName, Item }));
  table.destroy();
};

/** Grants a membership (anew, if it was there) and gives the person under it. */
export const grantMembership = async (
  system: EmbeddedSystem,
  membership: Membership,
): Promise<Required<Asker>> => {
  await writeMembership(system, membership);
  return { token: await tokenOf(system, membership.personId), membership: membership.id };
};

/** A membership like somebody's, of another person; it is taken away once the authorizer has looked at it. */
export const endInTheMiddle = async (
  system: EmbeddedSystem,
  like: Required<Asker>,
): Promise<Required<Asker>> => {
  const { memberships } = await createClient(system.baseUrl, like.token, '').me();
  const tenant = memberships.find(({ id }) => id === like.membership)?.tenant ?? '';
  if (!isTenantId(tenant)) throw new Error(`nobody holds ${like.membership}`);
  const table = administratorTable(system);
  const Key = keys.membership(tenant, like.membership);
  const { Item } = await table.send(new GetCommand({ TableName: system.tableName, Key }));
  table.destroy();
  const membership: Membership = {
    ...parseMembership(Item),
    id: `zz-ended-${like.membership}`,
    personId: 'weishi-head',
    name: '借调人员',
  };
  const asker = await grantMembership(system, membership);
  const seen = await ask(system, asker, 'GET', '/v1/tenants');
  if (seen.status !== 200) throw new Error(seen.text);
  await grantMembership(system, { ...membership, state: 'suspended', grantsVersion: 2 });
  return asker;
};
