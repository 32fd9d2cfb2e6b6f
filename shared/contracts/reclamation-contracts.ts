import { fileAnswer, none, type OperationContract } from './operation-contract.ts';
import * as reclamation from './reclamation.ts';
import * as rectification from './rectification.ts';

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
  listRectifications: {
    summary: '整改事项列表，最近的在前',
    query: reclamation.processQuery,
    status: 200,
    answer: rectification.rectificationList,
  },
  recordFinding: {
    summary: '登记不合规用云的情形和证据',
    query: none,
    body: rectification.findingBody,
    status: 201,
    answer: rectification.rectificationAnswer,
    keyed: true,
  },
  getRectification: {
    summary: '一件整改：情形、警告、整改说明、复核和处置',
    params: rectification.rectificationParams,
    query: none,
    status: 200,
    answer: rectification.rectificationView,
  },
  getRectificationEvidence: {
    summary: '整改的佐证文件：登记时的（0），或使用部门第几次说明的',
    params: rectification.evidenceParams,
    query: none,
    status: 200,
    answer: fileAnswer,
    file: 'application/octet-stream',
  },
  actOnRectification: {
    summary: '办理整改：审核警告、提交说明、复核、提出和批准处置',
    params: rectification.rectificationParams,
    query: none,
    body: rectification.rectificationActBody,
    status: 200,
    answer: rectification.rectificationAnswer,
    keyed: true,
    matched: true,
  },
} as const satisfies Record<string, OperationContract>;
