import { none, type OperationContract } from './operation-contract.ts';
import * as reclamation from './reclamation.ts';

export const reclamationContracts = {
  listReclamations: {
    summary: '资源回收列表，最近的在前',
    query: reclamation.processQuery,
    status: 200,
    answer: reclamation.reclamationList,
  },
  openReclamation: {
    summary: '登记安全原因的回收决定',
    query: none,
    body: reclamation.openReclamationBody,
    status: 201,
    answer: reclamation.reclamationAnswer,
    keyed: true,
  },
  getReclamation: {
    summary: '一件资源回收：决定、日期、资源、执行证据和证明',
    params: reclamation.reclamationParams,
    query: none,
    status: 200,
    answer: reclamation.reclamationView,
  },
  actOnReclamation: {
    summary: '办理资源回收：确认数据责任、确认清除、恢复、撤销证明',
    params: reclamation.reclamationParams,
    query: none,
    body: reclamation.reclamationActBody,
    status: 200,
    answer: reclamation.reclamationAnswer,
    keyed: true,
    matched: true,
  },
  getCertificate: {
    summary: '关停证明：编号、校验码、二维码和文件',
    params: reclamation.reclamationParams,
    query: none,
    status: 200,
    answer: reclamation.certificateView,
  },
} as const satisfies Record<string, OperationContract>;
