import * as z from 'zod/mini';
import type { TenantId } from '#shared/kernel/tenant.ts';
import { type City, type County, cities } from './cities.ts';

/** What an organisation is in its tenant; a using department 使用部门 applies, the others review or serve. */
export const organisationKind = z.enum(['authority', 'operator', 'department', 'provider', 'finance']);
export type OrganisationKind = z.infer<typeof organisationKind>;

export interface Organisation {
  /** Stable id, e.g. `dafeng-health`; unique over all cities. */
  readonly id: string;
  readonly tenant: TenantId;
  readonly kind: OrganisationKind;
  readonly name: string;
  /** 采购合同 of a provider, by number. */
  readonly contract?: string;
}

/** Using departments seeded beside each county's health commission, whose clerk and CDO are demo people. */
const moreDepartments: Readonly<Record<string, readonly (readonly [id: string, name: string])[]>> = {
  dafeng: [
    ['dafeng-housing', '盐城市大丰区住房和城乡建设局'],
    ['dafeng-education', '盐城市大丰区教育局'],
  ],
  dongtai: [['dongtai-agriculture', '东台市农业农村局']],
  lankao: [['lankao-housing', '兰考县住房和城乡建设局']],
};

/** Zones run health within their social affairs bureau; districts and counties have a commission of its own. */
const healthDepartment = ({ id, fullName }: County): string =>
  ['jingkai', 'yannan'].includes(id) ? `${fullName}社会事业局` : `${fullName}卫生健康委员会`;

const ofCity = (city: City): readonly Organisation[] => {
  const tenant: TenantId = `${city.id}/_city`;
  const own: Organisation[] = [
    { id: `${city.id}-authority`, tenant, kind: 'authority', name: city.authority },
    { id: `${city.id}-health`, tenant, kind: 'department', name: `${city.name}卫生健康委员会` },
    {
      id: `${city.id}-provider`,
      tenant,
      kind: 'provider',
      name: `${city.name}政务云服务商（演示）`,
      contract: '演示采购合同〔2026〕1号',
    },
  ];
  return [
    ...own,
    ...(city.operator === undefined
      ? []
      : [{ id: `${city.id}-operator`, tenant, kind: 'operator' as const, name: city.operator }]),
    ...(city.finance === undefined
      ? []
      : [{ id: `${city.id}-finance`, tenant, kind: 'finance' as const, name: city.finance }]),
  ];
};

const ofCounties = (city: City): readonly Organisation[] =>
  city.counties.flatMap((county) => {
    const tenant: TenantId = `${city.id}/${county.id}`;
    const departments = [
      [`${county.id}-health`, healthDepartment(county)] as const,
      ...(moreDepartments[county.id] ?? []),
    ];
    return [
      { id: `${county.id}-authority`, tenant, kind: 'authority' as const, name: county.authority },
      ...departments.map(([id, name]) => ({ id, tenant, kind: 'department' as const, name })),
    ];
  });

/** Every organisation of the seed: per tenant its authority and its using departments. */
export const organisations: readonly Organisation[] = cities.flatMap((city) => [
  ...ofCity(city),
  ...ofCounties(city),
]);

export const findOrganisation = (id: string): Organisation | undefined =>
  organisations.find((organisation) => organisation.id === id);
