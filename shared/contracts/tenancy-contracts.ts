import { meView } from './me.ts';
import { none, type OperationContract } from './operation-contract.ts';
import { tenantList } from './tenants.ts';

export const tenancyContracts = {
  getMe: { summary: '我是谁、在哪些单位任职', query: none, status: 200, answer: meView },
  listTenants: {
    summary: '本市及所辖县（市、区）和各自的主管部门',
    query: none,
    status: 200,
    answer: tenantList,
  },
} as const satisfies Record<string, OperationContract>;
