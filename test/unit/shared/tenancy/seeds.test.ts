import { describe, expect, it } from 'vitest';
import { isTenantId } from '#shared/kernel/tenant.ts';
import { profileOf } from '#shared/regulation/find-profile.ts';
import { cities, tenants } from '#shared/tenancy/cities.ts';
import { demoPeople } from '#shared/tenancy/demo-people.ts';
import { findOrganisation, organisations } from '#shared/tenancy/organisations.ts';
import { isRoleId, type RoleId, roleConflict, roles } from '#shared/tenancy/roles.ts';

const countiesOf = (city: string) => cities.find(({ id }) => id === city)?.counties ?? [];

describe('tenants', () => {
  it('are the two cities with their counties and zones', () => {
    expect(countiesOf('yancheng').map(({ id }) => id)).toEqual(
      'tinghu yandu dafeng dongtai xiangshui binhai funing sheyang jianhu jingkai yannan'.split(' '),
    );
    expect(countiesOf('kaifeng').map(({ id }) => id)).toEqual(
      'longting shunhe gulou yuwangtai xiangfu qixian tongxu weishi lankao'.split(' '),
    );
    expect(tenants).toHaveLength(22);
    expect(tenants.every(({ id }) => isTenantId(id))).toBe(true);
    expect(new Set(tenants.map(({ id }) => id)).size).toBe(22);
  });

  it("[yc-cloud-0-1] data bureaus, the zone's approval bureau and the service centre are all county authorities", () => {
    const holders = countiesOf('yancheng').map((county) => {
      const leader = demoPeople.find(({ user }) => user === `${county.id}-leader`);
      const body = leader && findOrganisation(leader.organisation);
      return [county.authority, body?.name, body?.kind, leader?.roles.join()];
    });
    for (const [authority, body, kind, held] of holders)
      expect([body, kind, held]).toEqual([authority, 'authority', 'county.cloud.leader']);
    const names = holders.map(([authority]) => authority);
    expect(names).toContain('盐城经济技术开发区行政审批局');
    expect(names).toContain('盐南高新区政务服务中心');
    expect(names.filter((name) => name?.endsWith('数据局'))).toHaveLength(9);
  });

  it("[kf-cloud-0-1] Kaifeng's bureaus and city departments are registered under document 汴政办〔2022〕25号", () => {
    expect(profileOf('kaifeng')?.documents.map(({ number }) => number)).toContain('汴政办〔2022〕25号');
    const of = (tenant: string, kind: string) =>
      organisations.filter((body) => body.tenant === tenant && body.kind === kind).map(({ name }) => name);
    expect(of('kaifeng/qixian', 'authority')).toEqual(['杞县政务服务和大数据管理局']);
    expect(of('kaifeng/longting', 'authority')).toEqual(['龙亭区政务服务和大数据管理局']);
    expect(of('kaifeng/_city', 'department')).toEqual(['开封市卫生健康委员会']);
  });

  it('each have an authority and a using department, under ids of their own', () => {
    for (const { id } of tenants) {
      const kinds = organisations.filter(({ tenant }) => tenant === id).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'authority')).toHaveLength(1);
      expect(kinds).toContain('department');
    }
    expect(new Set(organisations.map(({ id }) => id)).size).toBe(organisations.length);
    expect(new Set(organisations.map(({ name }) => name)).size).toBe(organisations.length);
    expect(findOrganisation('nobody')).toBeUndefined();
  });
});

describe('demo people', () => {
  const duties = (prefix: string) =>
    demoPeople
      .filter(({ user }) => user.startsWith(`${prefix}-`))
      .map(({ user }) => user.slice(prefix.length + 1))
      .join(' ');
  const administrators = 'tenantadmin securityadmin auditadmin';

  it('have every duty of their tenant', () => {
    for (const { id } of countiesOf('yancheng'))
      expect(duties(id)).toBe(`clerk cdo reviewer leader ${administrators}`);
    for (const { id } of countiesOf('kaifeng'))
      expect(duties(id)).toBe(`clerk head observer ${administrators}`);
    expect(duties('yancheng')).toBe(`clerk cdo operator leader authority provider ${administrators}`);
    expect(duties('kaifeng')).toBe(`clerk head authority provider officer finance ${administrators} expert`);
    expect(demoPeople).toHaveLength(150);
  });

  it('are all different people with one role each, in an organisation of their own tenant', () => {
    expect(new Set(demoPeople.map(({ user }) => user)).size).toBe(demoPeople.length);
    expect(new Set(demoPeople.map(({ name }) => name)).size).toBe(demoPeople.length);
    for (const { name, tenant, organisation, roles: held } of demoPeople) {
      expect(name).toMatch(/^\p{Script=Han}{2,3}$/u);
      expect(findOrganisation(organisation)?.tenant).toBe(tenant);
      expect(held).toHaveLength(1);
    }
  });

  it('keep clerk and chief data officer of a county in one department', () => {
    const of = (user: string) => demoPeople.find((person) => person.user === user)?.organisation;
    expect(of('dafeng-clerk')).toBe('dafeng-health');
    expect(of('dafeng-cdo')).toBe('dafeng-health');
  });
});

describe('roles', () => {
  it('are all known by their id and have a Chinese name', () => {
    expect(roles.every(({ id, label }) => isRoleId(id) && /^\p{Script=Han}+$/u.test(label))).toBe(true);
    expect(isRoleId('root')).toBe(false);
  });

  it.each<[readonly RoleId[], boolean]>([
    [['department.clerk', 'department.cdo'], true],
    [['tenant.admin'], true],
    [[], true],
    [['tenant.admin', 'security.admin'], false],
    [['audit.admin', 'department.clerk'], false],
    [['county.cloud.leader', 'security.admin'], false],
  ])('%j together: %s', (held, allowed) => {
    expect(roleConflict(held) === undefined).toBe(allowed);
  });
});
