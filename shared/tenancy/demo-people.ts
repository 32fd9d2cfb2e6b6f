import type { TenantId } from '#shared/kernel/tenant.ts';
import { cities } from './cities.ts';
import type { RoleId } from './roles.ts';

/** A person of the demonstration; `user` is the subject of the embedded provider's tokens. */
export interface DemoPerson {
  readonly user: string;
  readonly name: string;
  readonly tenant: TenantId;
  /** Id of an organisation of the tenant. */
  readonly organisation: string;
  readonly roles: readonly RoleId[];
}

/** Duty of a demo user's name → the organisation's suffix and the role it holds. */
type Duties = Readonly<Record<string, readonly [organisation: string, role: RoleId]>>;

const administrators: Duties = {
  tenantadmin: ['authority', 'tenant.admin'],
  securityadmin: ['authority', 'security.admin'],
  auditadmin: ['authority', 'audit.admin'],
};

const yanchengCounty: Duties = {
  clerk: ['health', 'department.clerk'],
  cdo: ['health', 'department.cdo'],
  reviewer: ['authority', 'county.cloud.reviewer'],
  leader: ['authority', 'county.cloud.leader'],
  ...administrators,
};

const yanchengCity: Duties = {
  clerk: ['health', 'department.clerk'],
  cdo: ['health', 'department.cdo'],
  operator: ['operator', 'city.cloud.operator'],
  leader: ['operator', 'city.cloud.leader'],
  authority: ['authority', 'city.cloud.authority'],
  provider: ['provider', 'provider.engineer'],
  ...administrators,
};

const kaifengCounty: Duties = {
  clerk: ['health', 'department.clerk'],
  head: ['health', 'department.head'],
  observer: ['authority', 'county.observer'],
  ...administrators,
};

const kaifengCity: Duties = {
  clerk: ['health', 'department.clerk'],
  head: ['health', 'department.head'],
  authority: ['authority', 'city.cloud.authority'],
  provider: ['provider', 'provider.engineer'],
  officer: ['authority', 'city.cloud.authority'],
  finance: ['finance', 'city.finance'],
  ...administrators,
};

const duties: Readonly<Record<string, { readonly city: Duties; readonly county: Duties }>> = {
  yancheng: { city: yanchengCity, county: yanchengCounty },
  kaifeng: { city: kaifengCity, county: kaifengCounty },
};

const surnames = [...'陈王李张刘周徐朱孙吴杨马胡顾沈陆蔡潘严夏唐戴曹丁季薛邵卞成郁'];
const givenNames =
  '建国 晓芳 志强 海燕 春林 玉梅 明辉 秀兰 永军 丽华 国庆 雪琴 长江 红霞 学文 爱萍 卫东 佳怡 守成 静雯 立新 思源 德宝 月娥 俊杰 文娟 兆祥'.split(
    ' ',
  );

/** The two lists' lengths (30 and 27) share only 3, so the first 270 people are all named differently. */
const nameOf = (index: number): string =>
  `${surnames[index % surnames.length] ?? ''}${givenNames[index % givenNames.length] ?? ''}`;

const nodes = cities.flatMap((city) => {
  const of = duties[city.id];
  if (of === undefined) throw new Error(`no demo duties for ${city.id}`);
  return [
    { prefix: city.id, tenant: `${city.id}/_city` as TenantId, duties: of.city },
    ...city.counties.map((county) => ({
      prefix: county.id,
      tenant: `${city.id}/${county.id}` as TenantId,
      duties: of.county,
    })),
  ];
});

/** Behind all others, so that nobody is named anew. */
const later: readonly Omit<DemoPerson, 'name'>[] = [
  {
    user: 'kaifeng-expert',
    tenant: 'kaifeng/_city',
    organisation: 'kaifeng-authority',
    roles: ['expert'],
  },
];

/** `<tenant>-<duty>` for every tenant, one membership each; the order, and so the names, are fixed. */
export const demoPeople: readonly DemoPerson[] = [
  ...nodes.flatMap(({ prefix, tenant, duties: own }) =>
    Object.entries(own).map(([duty, [organisation, role]]) => ({
      user: `${prefix}-${duty}`,
      tenant,
      organisation: `${prefix}-${organisation}`,
      roles: [role],
    })),
  ),
  ...later,
].map((person, index) => ({ ...person, name: nameOf(index) }));
