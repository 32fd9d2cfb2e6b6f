import { productKinds } from '../product-kinds.ts';
import type { CityProfile, CloudApplicationRules, ProductKind } from '../profile.ts';
import { namedSystem } from './field.ts';
import { applicationsSection } from './yancheng/applications-section.ts';
import { yanchengChange } from './yancheng/change.ts';
import { yanchengCityRoute } from './yancheng/city-route.ts';
import { computeSection } from './yancheng/compute-section.ts';
import { contactsSection } from './yancheng/contacts-section.ts';
import { yanchengCountyRoute } from './yancheng/county-route.ts';
import { declarationsSection } from './yancheng/declarations-section.ts';
import { dedicatedDomain } from './yancheng/dedicated-domain.ts';
import { nonFiscalDeliberation } from './yancheng/deliberation.ts';
import { yanchengLimits } from './yancheng/limits.ts';
import { yanchengMaterials } from './yancheng/materials.ts';
import { planSection } from './yancheng/plan-section.ts';
import { yanchengProvisioning } from './yancheng/provisioning.ts';
import { reportSection } from './yancheng/report-section.ts';
import { resourcesSection } from './yancheng/resources-section.ts';
import { yanchengShutdown } from './yancheng/shutdown.ts';

const yanchengResourceKinds: CloudApplicationRules['resourceKinds'] = {
  clause: 'yc-cloud-14-2',
  kinds: Object.entries(productKinds).map(([kind, label]) => ({ kind: kind as ProductKind, label })),
};

/** 盐城市政务云管理实施细则（试行）, issued and in force 2026-04-27. */
export const yancheng: CityProfile = {
  city: 'yancheng',
  version: '2026-04-27',
  ruleVersion: 'yancheng-2026-04-27',
  title: '盐城市政务云和电子政务外网管理实施细则（试行）',
  effectiveOn: {
    value: '2026-04-27',
    clause: 'yc-cloud-38-1',
    source: 'regulation',
    tighten: 'never',
  },
  documents: [
    { title: '盐城市政务云管理实施细则（试行）', clause: 'yc-cloud-0-1' },
    { title: '盐城市电子政务外网管理实施细则（试行）', clause: 'yc-net-1-1' },
  ],
  repeals: [],
  calendar: { base: 'stateCouncil', timeZone: 'Asia/Shanghai' },
  roles: [
    { role: 'city.cloud.authority', duty: '政务云主管部门', clause: 'yc-cloud-4-1' },
    { role: 'city.cloud.operator', duty: '政务云运行管理机构', clause: 'yc-cloud-4-2' },
    { role: 'city.cloud.leader', duty: '政务云运行管理机构负责人', clause: 'yc-cloud-4-2' },
    { role: 'county.cloud.reviewer', duty: '本级政务云主管部门初审', clause: 'yc-cloud-4-3' },
    { role: 'county.cloud.leader', duty: '本级政务云主管部门签批', clause: 'yc-cloud-4-3' },
    { role: 'department.clerk', duty: '使用部门经办', clause: 'yc-cloud-4-4' },
    { role: 'department.cdo', duty: '使用部门首席数据官', clause: 'yc-cloud-15-1' },
    { role: 'provider.engineer', duty: '云服务商', clause: 'yc-cloud-4-5' },
    { role: 'city.network.operator', duty: '政务外网运行管理机构', clause: 'yc-net-6-2' },
  ],
  messageHours: {
    value: [{ from: '08:30', to: '18:00' }],
    clause: 'yc-cloud-4-2',
    source: 'localDefault',
  },
  kinds: {
    platformAccount: { offered: false, reason: '盐城市申请政务云资源不需要先申请平台账号。' },
    cloudApplication: {
      offered: true,
      title: '政务云资源申请',
      wish: '申请政务云资源',
      words: '新系统上云、把已有系统迁到云上，或给云上系统增加云主机、存储、数据库、网络和安全服务。',
      matter: '政务云资源',
      clause: 'yc-cloud-15-4',
      subject: namedSystem,
      preparedBy: 'department.clerk',
      settable: true,
      routes: [yanchengCountyRoute, yanchengCityRoute],
      materials: {
        value: yanchengMaterials,
        clause: 'yc-cloud-15-6',
        source: 'regulation',
        tighten: 'superset',
      },
      reportSeal: {
        value: 'confirmationSuffices',
        clause: 'yc-cloud-annex1-4',
        source: 'localDefault',
      },
      form: {
        id: 'yancheng-cloud-application',
        title: '政务云资源申请',
        sections: [
          reportSection,
          planSection,
          resourcesSection,
          computeSection,
          applicationsSection,
          contactsSection,
          declarationsSection,
        ],
      },
      systemNames: {
        clause: 'yc-cloud-15-5',
        places: [
          { material: '申请报告', pointer: '/report/systemName' },
          { material: '申请方案', pointer: '/plan/systemName' },
        ],
      },
      resourceKinds: yanchengResourceKinds,
      limits: yanchengLimits,
      checks: {
        foundation: {
          value: {
            field: '/declarations/deliberation',
            kind: 'nonFiscalDeliberation',
            title: '一事一议审议',
          },
          clause: 'yc-cloud-21-4',
          source: 'regulation',
        },
      },
      mostRounds: { value: 6, clause: 'yc-cloud-15-6', source: 'localDefault', tighten: 'max' },
      resubmission: { value: 'fromStart', clause: 'yc-cloud-15-6', source: 'localDefault' },
      reminders: {
        value: { time: '09:00', before: 1, after: 5, escalateOn: 2 },
        clause: 'yc-cloud-16-1',
        source: 'localDefault',
      },
    },
    resourceChange: yanchengChange(yanchengResourceKinds),
    shutdown: yanchengShutdown,
    nonFiscalDeliberation,
    dedicatedDomain,
  },
  catalogue: {
    drafts: { value: ['city.cloud.operator'], clause: 'yc-cloud-13-1', source: 'regulation' },
    releases: { value: ['city.cloud.leader'], clause: 'yc-cloud-13-1', source: 'localDefault' },
    releaseVerb: '发布',
    filing: { value: ['city.cloud.authority'], clause: 'yc-cloud-13-2', source: 'regulation' },
  },
  provisioning: yanchengProvisioning,
};
