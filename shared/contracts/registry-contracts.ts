import * as z from 'zod/mini';
import * as offCloud from './off-cloud.ts';
import { none, type OperationContract } from './operation-contract.ts';
import { listQuery } from './provisioning.ts';
import * as registry from './registry.ts';

export const registryContracts = {
  listSystems: {
    summary: '台账：信息系统',
    query: listQuery,
    status: 200,
    answer: registry.systemList,
  },
  getSystem: {
    summary: '台账：一个信息系统的资源、地址、计费和全过程时间线',
    params: z.strictObject({ systemId: registry.systemId }),
    query: none,
    status: 200,
    answer: registry.systemView,
  },
  listResources: {
    summary: '台账：云资源',
    query: registry.resourceQuery,
    status: 200,
    answer: registry.resourceList,
  },
  listOffCloud: {
    summary: '台账：未上云系统、自有云和租用云，最近登记的在前',
    query: offCloud.offCloudQuery,
    status: 200,
    answer: offCloud.offCloudList,
  },
  registerOffCloud: {
    summary: '登记未上云系统、自有云或租用云',
    query: none,
    body: offCloud.registerOffCloudBody,
    status: 201,
    answer: offCloud.offCloudAnswer,
    keyed: true,
  },
  updateOffCloud: {
    summary: '填报迁移计划和进展、豁免依据、扩容、续租和停用',
    params: offCloud.offCloudParams,
    query: none,
    body: offCloud.updateOffCloudBody,
    status: 200,
    answer: offCloud.offCloudAnswer,
    keyed: true,
    matched: true,
  },
} as const satisfies Record<string, OperationContract>;
