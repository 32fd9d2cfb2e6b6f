import type { Actor } from '#shared/kernel/actor.ts';
import { cityTenantOf, type TenantId } from '#shared/kernel/tenant.ts';

export const storyCities = {
  yancheng: { tenant: 'yancheng/dafeng', ruleVersion: 'yancheng-2026-04-27' },
  kaifeng: { tenant: 'kaifeng/lankao', ruleVersion: 'kaifeng-2022-04-01' },
} as const satisfies Record<string, { tenant: TenantId; ruleVersion: string }>;
export type StoryCity = keyof typeof storyCities;

export const department = { id: 'health', name: '卫健委' } as const;
export const cloudProvider = { id: 'cloud', name: '云服务商' } as const;

export type Who =
  | 'clerk'
  | 'cdo'
  | 'leader'
  | 'operator'
  | 'officer'
  | 'deputy'
  | 'expert'
  | 'engineer'
  | 'stranger';

const person = (
  membershipId: string,
  tenant: TenantId,
  organisation: { readonly id: string; readonly name: string },
  ...roles: readonly string[]
): Actor => ({
  personId: membershipId,
  name: membershipId,
  membershipId,
  tenant,
  organisation,
  roles: [...roles],
  grantsVersion: 1,
});

/** Everybody whom the lives of a county's systems concern, and somebody of another department. */
export const peopleOf = (city: StoryCity): Readonly<Record<Who, Actor>> => {
  const { tenant } = storyCities[city];
  const node = cityTenantOf(tenant);
  const body = { id: 'bureau', name: '数据局' };
  return {
    clerk: person('clerk', tenant, department, 'department.clerk'),
    cdo: person('cdo', tenant, department, 'department.cdo', 'department.head'),
    leader: person('leader', tenant, body, 'county.cloud.leader'),
    operator: person(
      'operator',
      node,
      body,
      city === 'yancheng' ? 'city.cloud.operator' : 'city.cloud.authority',
    ),
    officer: person('officer', node, body, 'city.cloud.authority'),
    deputy: person('deputy', node, body, 'city.cloud.authority'),
    expert: person('expert', node, body, 'expert'),
    engineer: person('engineer', node, cloudProvider, 'provider.engineer'),
    stranger: person('stranger', tenant, { id: 'housing', name: '住建局' }, 'department.clerk'),
  };
};
