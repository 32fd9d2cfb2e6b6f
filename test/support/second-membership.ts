import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { EmbeddedSystem } from '#examples/embedded-system.ts';
import type { Membership } from '#functions/tenancy/app/membership.ts';
import { membershipItems } from '#functions/tenancy/store/membership-items.ts';
import { administratorTable } from './administrator.ts';
import { type Asker, tokenOf } from './ask.ts';

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

/** Grants a membership (anew, if it was there) and gives the person under it. */
export const grantMembership = async (
  system: EmbeddedSystem,
  membership: Membership,
): Promise<Required<Asker>> => {
  const table = administratorTable(system);
  for (const Item of membershipItems(membership))
    await table.send(new PutCommand({ TableName: system.tableName, Item }));
  table.destroy();
  return { token: await tokenOf(system, membership.personId), membership: membership.id };
};
