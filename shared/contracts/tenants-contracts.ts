import { exportBody, exportLinks, exportList, exportParams, exportQuery, exportView } from './exports.ts';
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
    summary: '增加使用部门，或有采购合同的服务商',
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
  listExports: { summary: '整体导出的记录和进度', query: exportQuery, status: 200, answer: exportList },
  startExport: {
    summary: '申请整体导出一个县（市、区）的办件、留痕和附件',
    body: exportBody,
    status: 201,
    answer: exportView,
    keyed: true,
  },
  linkExport: {
    summary: '下载已生成的导出文件，地址数分钟内有效',
    params: exportParams,
    query: none,
    status: 200,
    answer: exportLinks,
  },
} as const satisfies Record<string, OperationContract>;
