import type { CityProfile, CloudApplicationRules } from '../profile.ts';
import { namedSystem } from './field.ts';
import { kaifengChange } from './kaifeng/change.ts';
import { kaifengExit } from './kaifeng/exit.ts';
import { kaifengMaterials } from './kaifeng/materials.ts';
import { kaifengMigration } from './kaifeng/migration.ts';
import { platformChange } from './kaifeng/platform-change.ts';
import { providerExit } from './kaifeng/provider-exit.ts';
import {
  accountSection,
  applicationDeclarations,
  kaifengContacts,
  needsSection,
  projectSection,
  sharingSection,
} from './kaifeng/sections.ts';
import { temporaryExpansion } from './kaifeng/temporary-expansion.ts';
import { kaifengUnitRoute } from './kaifeng/unit-route.ts';

/** 第十四条: needs of six kinds. */
const resourceKinds: CloudApplicationRules['resourceKinds'] = {
  clause: 'kf-cloud-14-2',
  kinds: [
    { kind: 'host', label: '云主机' },
    { kind: 'database', label: '云数据库' },
    { kind: 'storage', label: '云存储' },
    { kind: 'security', label: '云安全' },
    { kind: 'backup', label: '云灾备' },
    { kind: 'network', label: '网络资源' },
  ],
};

const reminders = {
  value: { time: '09:00', before: 1, after: 5, escalateOn: 2 },
  clause: 'kf-cloud-16-1',
  source: 'localDefault',
} as const;

/** 汴政办〔2022〕25号, dated and in force 2022-04-01. */
export const kaifeng: CityProfile = {
  city: 'kaifeng',
  version: '2022-04-01',
  ruleVersion: 'kaifeng-2022-04-01',
  title: '开封市政务云平台管理办法和开封市电子政务外网管理暂行办法',
  effectiveOn: {
    value: '2022-04-01',
    clause: 'kf-cloud-37-1',
    source: 'regulation',
    tighten: 'never',
  },
  documents: [
    { title: '开封市政务云平台管理办法', number: '汴政办〔2022〕25号', clause: 'kf-cloud-0-1' },
    { title: '开封市电子政务外网管理暂行办法', number: '汴政办〔2022〕25号', clause: 'kf-cloud-0-1' },
  ],
  repeals: [{ title: '开封市政务云管理暂行办法（汴政办〔2019〕46号）', clause: 'kf-cloud-37-1' }],
  calendar: { base: 'stateCouncil', timeZone: 'Asia/Shanghai' },
  roles: [
    { role: 'city.cloud.authority', duty: '政务云主管部门', clause: 'kf-cloud-5-1' },
    { role: 'county.observer', duty: '县（区）局协助查看', clause: 'kf-cloud-6-1' },
    { role: 'city.finance', duty: '财政部门', clause: 'kf-cloud-7-1' },
    { role: 'department.clerk', duty: '使用单位经办', clause: 'kf-cloud-8-1' },
    { role: 'department.head', duty: '使用单位负责人', clause: 'kf-cloud-8-1' },
    { role: 'provider.engineer', duty: '政务云服务提供方', clause: 'kf-cloud-9-1' },
  ],
  messageHours: {
    value: [{ from: '08:30', to: '18:00' }],
    clause: 'kf-cloud-5-1',
    source: 'localDefault',
  },
  kinds: {
    cloudApplication: {
      offered: true,
      title: '政务云资源申请',
      wish: '申请政务云资源',
      words: '新建信息系统使用政务云，或把已建信息系统迁到云上。',
      matter: '政务云资源',
      clause: 'kf-cloud-14-1',
      subject: namedSystem,
      preparedBy: 'department.clerk',
      settable: true,
      routes: [kaifengUnitRoute],
      materials: {
        value: kaifengMaterials,
        clause: 'kf-cloud-14-1',
        source: 'regulation',
        tighten: 'superset',
      },
      form: {
        id: 'kaifeng-cloud-application',
        title: '政务云资源申请',
        sections: [projectSection, needsSection, sharingSection, applicationDeclarations, kaifengContacts],
      },
      systemNames: {
        clause: 'kf-cloud-14-1',
        places: [{ material: '项目情况', pointer: '/project/systemName' }],
      },
      resourceKinds,
      limits: {
        separatePurchase: {
          value: 'refused',
          clause: 'kf-cloud-10-5',
          source: 'regulation',
          tighten: 'never',
        },
      },
      reminders,
      mostRounds: { value: 6, clause: 'kf-cloud-16-1', source: 'localDefault', tighten: 'max' },
      needsAccount: { value: true, clause: 'kf-cloud-13-2', source: 'regulation', tighten: 'never' },
    },
    platformAccount: {
      offered: true,
      title: '政务云管理平台账号申请',
      wish: '申请政务云管理平台账号',
      words: '本单位首次使用政务云的，先申请账号，开通后再申请资源。',
      matter: '政务云管理平台账号',
      clause: 'kf-cloud-13-2',
      subject: { of: 'unit' },
      preparedBy: 'department.clerk',
      settable: false,
      routes: [kaifengUnitRoute],
      materials: { value: [], clause: 'kf-cloud-13-2', source: 'regulation', tighten: 'superset' },
      form: {
        id: 'kaifeng-platform-account',
        title: '政务云管理平台账号申请',
        sections: [accountSection, kaifengContacts],
      },
      systemNames: { clause: 'kf-cloud-13-2', places: [] },
      resourceKinds: { clause: 'kf-cloud-13-2', kinds: [] },
      limits: {},
      reminders,
      opensAccount: { value: true, clause: 'kf-cloud-13-2', source: 'regulation', tighten: 'never' },
    },
    migration: kaifengMigration(resourceKinds),
    resourceChange: kaifengChange(resourceKinds),
    temporaryExpansion: temporaryExpansion(resourceKinds),
    shutdown: kaifengExit,
    platformChange,
    providerExit,
  },
  catalogue: {
    // The text names nobody who drafts; two people of the authority keep four eyes on it.
    drafts: { value: ['city.cloud.authority'], clause: 'kf-cloud-10-3', source: 'localDefault' },
    releases: { value: ['city.cloud.authority'], clause: 'kf-cloud-10-3', source: 'regulation' },
    releaseVerb: '审定',
    kindNames: {
      database: '云数据库',
      storage: '云存储',
      security: '云安全',
      backup: '云灾备',
      network: '网络资源',
    },
    budgetStandards: {
      setBy: { value: ['city.finance'], clause: 'kf-cloud-10-4', source: 'regulation' },
      // The text sets standards and is silent on what a dearer price means.
      above: { value: 'needsReason', clause: 'kf-cloud-10-4', source: 'localDefault' },
    },
  },
  provisioning: {
    // 第五条: the cloud rules know no operations body; the authority does its work.
    runs: { value: ['city.cloud.authority'], clause: 'kf-cloud-5-1', source: 'localDefault' },
    // 第五条: the authority procures; 第二十五条: the user guards its systems. The text says no more.
    providerContract: { value: true, clause: 'kf-cloud-5-1', source: 'localDefault', tighten: 'never' },
    credentialsOnce: { value: true, clause: 'kf-cloud-25-2', source: 'localDefault', tighten: 'never' },
    openWithin: {
      value: { amount: 3, unit: 'workingDay' },
      clause: 'kf-cloud-16-2',
      source: 'regulation',
      tighten: 'never',
    },
    change: {
      billedFrom: { value: 'completion', clause: 'kf-cloud-18-2', source: 'localDefault' },
      within: {
        value: { amount: 3, unit: 'workingDay' },
        clause: 'kf-cloud-18-2',
        source: 'regulation',
        tighten: 'never',
      },
    },
    billingFrom: { value: 'opening', clause: 'kf-cloud-10-2', source: 'localDefault' },
    place: {
      pool: { value: 'cityPool', clause: 'kf-cloud-5-1', source: 'localDefault' },
      zone: { value: 'extranet', clause: 'kf-cloud-14-2', source: 'localDefault' },
    },
  },
};
