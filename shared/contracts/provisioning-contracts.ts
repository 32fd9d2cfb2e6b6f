import { none, type OperationContract } from './operation-contract.ts';
import * as provisioning from './provisioning.ts';
import * as letters from './responsibility-letter.ts';
import * as work from './work-orders.ts';

const ofOrder = {
  query: none,
  status: 200,
  answer: provisioning.orderAnswer,
  keyed: true,
  matched: true,
} as const;

export const provisioningContracts = {
  listOrders: {
    summary: '开通单列表',
    query: provisioning.listQuery,
    status: 200,
    answer: provisioning.orderList,
  },
  getOrder: {
    summary: '开通单：责任书、三方确认、批次和资源',
    params: provisioning.orderParams,
    query: none,
    status: 200,
    answer: provisioning.orderView,
  },
  confirmOrder: {
    summary: '三方确认：代表本方确认',
    params: provisioning.orderParams,
    body: none,
    ...ofOrder,
  },
  planBatch: {
    summary: '安排一批开通',
    params: provisioning.orderParams,
    body: provisioning.planBody,
    ...ofOrder,
  },
  releaseUnits: {
    summary: '把这一批开通失败的资源退回待安排数量',
    params: provisioning.batchParams,
    body: provisioning.reasonBody,
    ...ofOrder,
  },
  dropRemainder: {
    summary: '余下的数量不再开通，开通单办结',
    params: provisioning.orderParams,
    body: provisioning.reasonBody,
    ...ofOrder,
  },
  collectCredentials: {
    summary: '凭提取码领取登录凭据，只交付一次',
    params: provisioning.batchParams,
    query: none,
    body: provisioning.collectBody,
    status: 200,
    answer: provisioning.collected,
    matched: true,
  },
  listWorkOrders: {
    summary: '云服务商的工单，按期限排列',
    query: work.workQuery,
    status: 200,
    answer: work.workList,
  },
  getWorkOrder: {
    summary: '一张工单',
    params: work.workParams,
    query: none,
    status: 200,
    answer: work.workView,
  },
  answerWorkOrder: {
    summary: '回复工单：确认，或回报开通结果',
    params: work.workParams,
    query: none,
    body: work.workAnswerBody,
    status: 200,
    answer: work.workAnswer,
    keyed: true,
    matched: true,
  },
  depositCredentials: {
    summary: '交付登录凭据；提取码只返回一次',
    params: work.workParams,
    query: none,
    body: work.depositBody,
    status: 200,
    answer: work.deposited,
    matched: true,
  },
  getLetter: {
    summary: '信息安全责任书：现行文本和本单位的签订记录',
    query: none,
    status: 200,
    answer: letters.letterView,
  },
  signLetter: {
    summary: '签订信息安全责任书',
    query: none,
    body: letters.signBody,
    status: 200,
    answer: letters.letterSigned,
    keyed: true,
    matched: true,
  },
} as const satisfies Record<string, OperationContract>;
