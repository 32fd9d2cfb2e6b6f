import * as z from 'zod/mini';
import {
  caseParams,
  commandAnswer,
  createCaseBody,
  decisionBody,
  sectionParams,
  sectionSaved,
  taskParams,
  withdrawBody,
} from './case-commands.ts';
import { reviewView, taskList, taskListQuery } from './case-desk.ts';
import { journalPage, journalQuery, journalVerification } from './case-journal.ts';
import { caseList, caseListQuery, workloadView } from './case-lists.ts';
import { caseView } from './cases.ts';
import { repricingView } from './catalogue-versions.ts';
import { kindList } from './kinds.ts';
import { none, type OperationContract } from './operation-contract.ts';

export const casesContracts = {
  listKinds: {
    summary: '我要申请：可以申请的事项、材料、时限、依据和本单位在办件数',
    query: none,
    status: 200,
    answer: kindList,
  },
  createCase: {
    summary: '新建办件草稿',
    query: none,
    body: createCaseBody,
    status: 201,
    answer: commandAnswer,
    keyed: true,
  },
  listCases: { summary: '办件列表', query: caseListQuery, status: 200, answer: caseList },
  getCase: {
    summary: '办件详情：环节、待办、意见、材料',
    params: caseParams,
    query: none,
    status: 200,
    answer: caseView,
  },
  getReview: {
    summary: '审核参考：本单位其他申请、可能重复的另行采购',
    params: caseParams,
    query: none,
    status: 200,
    answer: reviewView,
  },
  getCatalogueRepricing: {
    summary: '目录草案对尚未提交的申请的改价影响：件数和每月金额',
    query: none,
    status: 200,
    answer: repricingView,
  },
  saveSection: {
    summary: '保存申请材料的一部分（If-Match 为该部分版本，首次保存用 "0"）',
    params: sectionParams,
    query: none,
    body: z.record(z.string(), z.unknown()),
    status: 200,
    answer: sectionSaved,
    matched: true,
  },
  requestConfirmation: {
    summary: '送单位确认（补正后重新送确认也用它）',
    params: caseParams,
    query: none,
    body: none,
    status: 200,
    answer: commandAnswer,
    keyed: true,
    matched: true,
  },
  withdrawCase: {
    summary: '撤回申请',
    params: caseParams,
    query: none,
    body: withdrawBody,
    status: 200,
    answer: commandAnswer,
    keyed: true,
    matched: true,
  },
  listTasks: {
    summary: '我的待办，按办理参考时间排列',
    query: taskListQuery,
    status: 200,
    answer: taskList,
  },
  getWorkload: {
    summary: '各县（市、区）各环节在办、超期与积压时间',
    query: none,
    status: 200,
    answer: workloadView,
  },
  decideTask: {
    summary: '办理待办：通过、退回补正、驳回',
    params: taskParams,
    query: none,
    body: decisionBody,
    status: 200,
    answer: commandAnswer,
    keyed: true,
    matched: true,
  },
  listJournal: {
    summary: '全程留痕',
    params: caseParams,
    query: journalQuery,
    status: 200,
    answer: journalPage,
  },
  verifyJournal: {
    summary: '核验留痕链，指出首个不符的条目',
    params: caseParams,
    query: none,
    status: 200,
    answer: journalVerification,
  },
} as const satisfies Record<string, OperationContract>;
