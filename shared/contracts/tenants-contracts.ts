import { settingsBody } from './local-settings.ts';
import { none, type OperationContract } from './operation-contract.ts';
import { verdictBody } from './people.ts';
import {
  matterAnswer,
  matterBody,
  matterList,
  matterParams,
  nodeParams,
  organisationAdded,
  organisationBody,
  tenantView,
} from './tenants.ts';

/** 系统管理: counties of a city, from opening to suspension, and what each has set of its own. */
export const tenantsContracts = {
  getTenant: {
    summary: '一个县（市、区）或市本级的单位、材料清单和本地设置',
    params: nodeParams,
    query: none,
    status: 200,
    answer: tenantView,
  },
  saveTenantSettings: {
    summary: '设置材料清单、更严的限值和服务时限；不得放宽规定',
    params: nodeParams,
    body: settingsBody,
    status: 200,
    answer: tenantView,
    matched: true,
  },
  addOrganisation: {
    summary: '增加使用部门',
    params: nodeParams,
    body: organisationBody,
    status: 201,
    answer: organisationAdded,
    keyed: true,
  },
  listTenantMatters: {
    summary: '县（市、区）开通、暂停和恢复事项，新的在前',
    query: none,
    status: 200,
    answer: matterList,
  },
  proposeTenantMatter: {
    summary: '市级系统管理员提出开通、暂停或恢复县（市、区）',
    body: matterBody,
    status: 201,
    answer: matterAnswer,
    keyed: true,
  },
  decideTenantMatter: {
    summary: '市级安全管理员确认或退回县（市、区）事项',
    params: matterParams,
    body: verdictBody,
    status: 200,
    answer: matterAnswer,
    keyed: true,
    matched: true,
  },
} as const satisfies Record<string, OperationContract>;
