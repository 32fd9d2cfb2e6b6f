import { describe, expect, it } from 'vitest';
import type { Actor } from '#shared/kernel/actor.ts';
import { nodeNames, sightOf } from '#shared/kernel/sight.ts';
import type { TenantId } from '#shared/kernel/tenant.ts';
import type { RoleId } from '#shared/tenancy/roles.ts';

const names = nodeNames([
  { id: 'yancheng/_city', name: '盐城市' },
  { id: 'yancheng/dafeng', name: '大丰区' },
  { id: 'yancheng/funing', name: '阜宁县' },
]);

const somebody = (tenant: TenantId, role: RoleId): Actor => ({
  tenant,
  personId: 'p',
  name: '某人',
  membershipId: 'm',
  organisation: { id: 'somewhere', name: '某单位' },
  roles: [role],
  grantsVersion: 1,
});

const seenBy = (tenant: TenantId, role: RoleId, wanted?: string) => {
  const sight = sightOf(somebody(tenant, role), names, wanted);
  return sight.ok ? [sight.value.organisation, ...sight.value.tenants] : sight.refusal.code;
};

describe('a list', () => {
  it.each([
    ['yancheng/_city', 'city.cloud.operator', [undefined, ...names.keys()]],
    ['yancheng/dafeng', 'county.cloud.reviewer', [undefined, 'yancheng/dafeng']],
    ['yancheng/dafeng', 'department.clerk', ['somewhere', 'yancheng/dafeng']],
    ['yancheng/dafeng', 'tenant.admin', [undefined]],
    ['yancheng/_city', 'tenant.admin', [undefined]],
  ] as const)('shows somebody of %s as %s what their roles look into', (tenant, role, seen) => {
    expect(seenBy(tenant, role)).toEqual(seen);
  });

  it('shows the city’s people the one node that they name, and each other their own', () => {
    expect(seenBy('yancheng/_city', 'city.cloud.operator', 'yancheng/funing')).toEqual([
      undefined,
      'yancheng/funing',
    ]);
    expect(seenBy('yancheng/dafeng', 'department.clerk', 'yancheng/dafeng')).toEqual([
      'somewhere',
      'yancheng/dafeng',
    ]);
    expect(seenBy('yancheng/dafeng', 'tenant.admin', 'yancheng/dafeng')).toEqual([undefined]);
  });

  it.each([
    ['yancheng/dafeng', 'county.cloud.reviewer', 'yancheng/funing'],
    ['yancheng/dafeng', 'county.cloud.reviewer', 'yancheng/_city'],
    ['yancheng/dafeng', 'department.clerk', 'yancheng/funing'],
    ['yancheng/_city', 'tenant.admin', 'yancheng/funing'],
    ['yancheng/_city', 'city.cloud.operator', 'yancheng/nowhere'],
    ['yancheng/_city', 'city.cloud.operator', 'kaifeng/lankao'],
    ['yancheng/_city', 'city.cloud.operator', 'not a tenant'],
  ] as const)('knows nothing for somebody of %s as %s who names %s', (tenant, role, wanted) => {
    expect(seenBy(tenant, role, wanted)).toBe('not-found');
  });
});
