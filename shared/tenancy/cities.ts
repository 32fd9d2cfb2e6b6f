import type { TenantId } from '#shared/kernel/tenant.ts';

/** A county-level node: any county, district or zone that has its own authority (yc-cloud-4-3). */
export interface County {
  readonly id: string;
  /** Short name that people use, e.g. 盐城经开区. */
  readonly name: string;
  /** Name that its organisations carry in documents, e.g. 盐城市大丰区. */
  readonly fullName: string;
  /** The body that acts as county authority; its name says nothing about its role (yc-cloud-0-1). */
  readonly authority: string;
}

export interface City {
  readonly id: string;
  readonly name: string;
  /** 主管部门. */
  readonly authority: string;
  /** 运行管理机构; Kaifeng's cloud rules know none (kf-cloud-5-1). */
  readonly operator?: string;
  /** 财政部门, where it sets the catalogue's budget standards (kf-cloud-10-4). */
  readonly finance?: string;
  readonly counties: readonly County[];
}

/** A tenant 租户: a city's own node or a county node. */
export interface Tenant {
  readonly id: TenantId;
  readonly city: string;
  readonly level: 'city' | 'county';
  readonly name: string;
  readonly authority: string;
}

const yanchengCounty = (id: string, name: string, fullName: string, authority: string): County => ({
  id,
  name,
  fullName,
  authority,
});
const kaifengCounty = (id: string, name: string): County => ({
  id,
  name,
  fullName: name.endsWith('区') ? `开封市${name}` : name,
  authority: `${name}政务服务和大数据管理局`,
});

const yancheng: City = {
  id: 'yancheng',
  name: '盐城市',
  authority: '盐城市数据局',
  operator: '盐城市大数据管理中心',
  counties: [
    yanchengCounty('tinghu', '亭湖区', '盐城市亭湖区', '亭湖区数据局'),
    yanchengCounty('yandu', '盐都区', '盐城市盐都区', '盐都区数据局'),
    yanchengCounty('dafeng', '大丰区', '盐城市大丰区', '大丰区数据局'),
    yanchengCounty('dongtai', '东台市', '东台市', '东台市数据局'),
    yanchengCounty('xiangshui', '响水县', '响水县', '响水县数据局'),
    yanchengCounty('binhai', '滨海县', '滨海县', '滨海县数据局'),
    yanchengCounty('funing', '阜宁县', '阜宁县', '阜宁县数据局'),
    yanchengCounty('sheyang', '射阳县', '射阳县', '射阳县数据局'),
    yanchengCounty('jianhu', '建湖县', '建湖县', '建湖县数据局'),
    yanchengCounty('jingkai', '盐城经开区', '盐城经济技术开发区', '盐城经济技术开发区行政审批局'),
    yanchengCounty('yannan', '盐南高新区', '盐南高新区', '盐南高新区政务服务中心'),
  ],
};

const kaifeng: City = {
  id: 'kaifeng',
  name: '开封市',
  authority: '开封市政务服务和大数据管理局',
  finance: '开封市财政局',
  counties: [
    kaifengCounty('longting', '龙亭区'),
    kaifengCounty('shunhe', '顺河回族区'),
    kaifengCounty('gulou', '鼓楼区'),
    kaifengCounty('yuwangtai', '禹王台区'),
    kaifengCounty('xiangfu', '祥符区'),
    kaifengCounty('qixian', '杞县'),
    kaifengCounty('tongxu', '通许县'),
    kaifengCounty('weishi', '尉氏县'),
    kaifengCounty('lankao', '兰考县'),
  ],
};

/** The cities served, in the order in which people list them. */
export const cities: readonly City[] = [yancheng, kaifeng];

const tenantsOf = (city: City): readonly Tenant[] => [
  { id: `${city.id}/_city`, city: city.id, level: 'city', name: city.name, authority: city.authority },
  ...city.counties.map(
    (county): Tenant => ({
      id: `${city.id}/${county.id}`,
      city: city.id,
      level: 'county',
      name: county.name,
      authority: county.authority,
    }),
  ),
];

export const tenants: readonly Tenant[] = cities.flatMap(tenantsOf);
