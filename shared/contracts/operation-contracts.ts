import * as z from 'zod/mini';
import * as attachments from './attachments.ts';
import * as cases from './cases.ts';
import { catalogueView } from './catalogue.ts';
import { deadlineAnswer, deadlineQuestion } from './deadline.ts';
import { formQuery, formView } from './forms.ts';
import { meView } from './me.ts';
import type { OperationId } from './operations.ts';
import { tenantList } from './tenants.ts';

/** What an operation takes and gives. `keyed`: needs Idempotency-Key. `matched`: needs If-Match. */
export interface OperationContract {
  readonly summary: string;
  readonly params?: z.ZodMiniType;
  readonly query?: z.ZodMiniType;
  readonly body?: z.ZodMiniType;
  readonly status: 200 | 201;
  readonly answer: z.ZodMiniType;
  readonly keyed?: true;
  readonly matched?: true;
}

const none = z.strictObject({});

export const contracts = {
  getMe: { summary: '我是谁、在哪些单位任职', query: none, status: 200, answer: meView },
  listTenants: {
    summary: '本市及所辖县（市、区）和各自的主管部门',
    query: none,
    status: 200,
    answer: tenantList,
  },
  listCatalogue: { summary: '现行统一服务目录', query: none, status: 200, answer: catalogueView },
  getForm: {
    summary: '政务云资源申请表：各部分、填写项、选项、条件、依据和随附材料',
    query: formQuery,
    status: 200,
    answer: formView,
  },
  createCase: {
    summary: '新建办件草稿',
    query: none,
    body: cases.createCaseBody,
    status: 201,
    answer: cases.commandAnswer,
    keyed: true,
  },
  listCases: { summary: '办件列表', query: cases.caseListQuery, status: 200, answer: cases.caseList },
  getCase: {
    summary: '办件详情：环节、待办、意见、材料',
    params: cases.caseParams,
    query: none,
    status: 200,
    answer: cases.caseView,
  },
  saveSection: {
    summary: '保存申请材料的一部分（If-Match 为该部分版本，首次保存用 "0"）',
    params: cases.sectionParams,
    query: none,
    body: z.record(z.string(), z.unknown()),
    status: 200,
    answer: cases.sectionSaved,
    matched: true,
  },
  requestConfirmation: {
    summary: '送首席数据官确认（补正后重新送确认也用它）',
    params: cases.caseParams,
    query: none,
    body: none,
    status: 200,
    answer: cases.commandAnswer,
    keyed: true,
    matched: true,
  },
  withdrawCase: {
    summary: '撤回申请',
    params: cases.caseParams,
    query: none,
    body: cases.withdrawBody,
    status: 200,
    answer: cases.commandAnswer,
    keyed: true,
    matched: true,
  },
  listTasks: {
    summary: '我的待办，按办理参考时间排列',
    query: cases.taskListQuery,
    status: 200,
    answer: cases.taskList,
  },
  decideTask: {
    summary: '办理待办：通过、退回补正、驳回',
    params: cases.taskParams,
    query: none,
    body: cases.decisionBody,
    status: 200,
    answer: cases.commandAnswer,
    keyed: true,
    matched: true,
  },
  listJournal: {
    summary: '全程留痕',
    params: cases.caseParams,
    query: cases.journalQuery,
    status: 200,
    answer: cases.journalPage,
  },
  verifyJournal: {
    summary: '核验留痕链，指出首个不符的条目',
    params: cases.caseParams,
    query: none,
    status: 200,
    answer: cases.journalVerification,
  },
  listAttachments: {
    summary: '附件清单，以及各项材料是否齐全',
    params: cases.caseParams,
    query: none,
    status: 200,
    answer: attachments.attachmentList,
  },
  reserveAttachment: {
    summary: '申请上传一个附件：先登记名称、大小和 SHA-256，再按返回的地址和字段上传文件',
    params: cases.caseParams,
    query: none,
    body: attachments.reserveAttachmentBody,
    status: 201,
    answer: attachments.attachmentReserved,
    keyed: true,
  },
  completeAttachment: {
    summary: '上传完成：系统重新读取文件、核对内容后列入申请材料（可重复调用）',
    params: attachments.attachmentParams,
    query: none,
    body: none,
    status: 200,
    answer: attachments.attachmentView,
  },
  linkAttachment: {
    summary: '附件的下载地址，数分钟内有效',
    params: attachments.attachmentParams,
    query: none,
    status: 200,
    answer: attachments.attachmentLink,
  },
  removeAttachment: {
    summary: '从申请材料中移除附件（可重复调用）',
    params: attachments.attachmentParams,
    query: none,
    status: 200,
    answer: attachments.attachmentRemoved,
  },
  computeDeadline: {
    summary: '试算期限',
    query: none,
    body: deadlineQuestion,
    status: 200,
    answer: deadlineAnswer,
  },
} as const satisfies Record<OperationId, OperationContract>;

export type Contracts = typeof contracts;
