import * as z from 'zod/mini';
import { actParams, caseParams, commandAnswer, taskParams } from './case-commands.ts';
import * as verbs from './case-verbs.ts';
import { none, type OperationContract } from './operation-contract.ts';

const command = { query: none, status: 200, answer: commandAnswer, keyed: true, matched: true } as const;

export const caseVerbsContracts = {
  listColleagues: {
    summary: '可以转办、加签、抄送的人员',
    params: taskParams,
    query: none,
    status: 200,
    answer: verbs.colleaguesView,
  },
  transferTask: { summary: '转办给同岗位的另一人', params: taskParams, body: verbs.transferBody, ...command },
  askSigners: {
    summary: '加签：请其他人员先办或后办，会签或或签',
    params: taskParams,
    body: verbs.askSignersBody,
    ...command,
  },
  urgeTasks: { summary: '催办正在办理的人员，每天一次', params: caseParams, body: none, ...command },
  addComment: { summary: '附言', params: caseParams, body: verbs.commentBody, ...command },
  copyCase: { summary: '抄送给其他人员阅读', params: caseParams, body: verbs.copyBody, ...command },
  recordAct: {
    summary: '登记办后事项：审核通过以后按顺序各登记一次',
    params: actParams,
    body: z.record(z.string(), z.unknown()),
    ...command,
  },
  decideBatch: {
    summary: '批量通过，每件各有结果',
    query: none,
    body: verbs.batchBody,
    status: 200,
    answer: verbs.batchAnswer,
    keyed: true,
  },
} as const satisfies Record<string, OperationContract>;
