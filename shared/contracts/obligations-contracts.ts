import * as obligations from './obligations.ts';
import { fileAnswer, none, type OperationContract } from './operation-contract.ts';

const ofObligation = {
  params: obligations.obligationParams,
  query: none,
  status: 200,
  answer: obligations.obligationAnswer,
  keyed: true,
  matched: true,
} as const;

export const obligationsContracts = {
  listObligations: {
    summary: '履约事项：本部门应当完成的，或本级应当督促的，按期限排列',
    query: obligations.obligationQuery,
    status: 200,
    answer: obligations.obligationList,
  },
  getObligation: {
    summary: '一个履约事项：期限的算法、说明和决定',
    params: obligations.obligationParams,
    query: none,
    status: 200,
    answer: obligations.obligationView,
  },
  performObligation: {
    summary: '履约登记：完成日期、说明和佐证文件',
    body: obligations.performBody,
    ...ofObligation,
  },
  explainObligation: {
    summary: '超期情况说明',
    body: obligations.explainBody,
    ...ofObligation,
  },
  judgeObligation: {
    summary: '认定情况说明、延期、暂停、恢复，或决定收回',
    body: obligations.judgeBody,
    ...ofObligation,
  },
  getEvidence: {
    summary: '履约登记的佐证文件',
    params: obligations.obligationParams,
    query: none,
    status: 200,
    answer: fileAnswer,
    file: 'application/octet-stream',
  },
} as const satisfies Record<string, OperationContract>;
