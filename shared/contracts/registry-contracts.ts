import * as z from 'zod/mini';
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
} as const satisfies Record<string, OperationContract>;
